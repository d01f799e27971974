/** Which materials are asked for, which are missing, and how their facts are written. Pure. */
import type { Value, Values } from '../../functions/core/pure/forms'
import type { Text } from '../../functions/core/pure/text'
import type { Material } from '../client/use-materials'

/** What a function asks for; a refund's `MaterialNeed` is one. */
export interface Need {
  /** Stable. What is on file under this code is offered again. */
  readonly code: string
  readonly name: Text
  readonly basis: Text
  /** What the office wrote of it when it asked for it, in place of the basis. */
  readonly asked?: Text
  readonly unconfirmed: boolean
  /** Asked for only while a field of the form holds one of these. */
  readonly when?: { readonly key: string; readonly in: readonly Value[] }
  readonly optional?: true
  /** The authority has it. */
  readonly onFile?: true
}

export const applies = ({ when }: Need, values: Values): boolean =>
  !when || when.in.some((one) => one === values[when.key])

/** Required now, and nothing is attached for it. */
export const missingNeeds = (
  needs: readonly Need[],
  values: Values,
  attached: readonly Pick<Material, 'code'>[],
): readonly Need[] =>
  needs.filter(
    (need) =>
      applies(need, values) &&
      !need.optional &&
      !need.onFile &&
      !attached.some(({ code }) => code === need.code),
  )

/** On file under the need's code and not attached yet, the latest first. */
export const storedFor = (
  { code }: Need,
  onFile: readonly Material[],
  attached: readonly Material[],
): readonly Material[] =>
  onFile
    .filter((one) => one.code === code && !attached.some(({ id }) => id === one.id))
    .sort((a, b) => b.at - a.at)

const KILOBYTE = 1000

/** Of bytes: whole kilobytes, at least one; from a megabyte on megabytes with one decimal. */
export const sizeOf = (bytes: number): { readonly unit: 'kb' | 'mb'; readonly n: string } => {
  const kilobytes = Math.max(1, Math.round(bytes / KILOBYTE))
  if (kilobytes < KILOBYTE) return { unit: 'kb', n: String(kilobytes) }
  const tenths = Math.round(bytes / (KILOBYTE * 100))
  return { unit: 'mb', n: `${Math.floor(tenths / 10)}.${tenths % 10}` }
}
