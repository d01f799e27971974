/**
 * Many cases ordered by a few in each call, in turn. A call orders all of its few or none: the one that is refused is told and left
 * out, the others are sent again. What was not confirmed is sent once more under the same key, so that nothing is paid twice.
 */
import { needsSignIn, type ApiError } from '../../../client/errors'
import { drawKey } from '../../../client/intention'
import { isRecord } from '../../../client/storage'

/** As many as one call takes. */
const TOGETHER = 4

export interface Ordered {
  readonly id: string
  /** Fen; 0: nothing was to be paid. */
  readonly payable: number
}

export interface Refused {
  readonly id: string
  /** In the server's words. */
  readonly why: string
}

export interface Progress {
  readonly ordered: readonly Ordered[]
  readonly refused: readonly Refused[]
  /** Not confirmed, or not sent yet. */
  readonly left: readonly string[]
}

/** Of a refusal that says which of them it is about. */
const namedIn = ({ data }: ApiError, ids: readonly string[]): string | undefined => {
  const id: unknown = isRecord(data) ? data['id'] : undefined
  return ids.find((one) => one === id)
}

/** Another try may succeed, or the person must do something first: the rest is of no use now. */
const breaksOff = ({ retry, code }: ApiError): boolean => retry || needsSignIn(code) || code === 'FORBIDDEN'

export interface Batch {
  /** Goes on until all is settled, or the connection breaks off; may be called again then. */
  readonly run: () => Promise<Progress>
}

/** @param options.send throws `ApiError` and nothing else */
export const createBatch = ({
  ids,
  send,
  tell,
  draw = drawKey,
}: {
  readonly ids: readonly string[]
  readonly send: (ids: readonly string[], key: string) => Promise<readonly Ordered[]>
  readonly tell: (progress: Progress) => void
  readonly draw?: () => string
}): Batch => {
  const keys = new Map<string, string>()
  const keyOf = (group: readonly string[]): string => {
    const name = group.join(' ')
    const key = keys.get(name) ?? draw()
    keys.set(name, key)
    return key
  }
  let groups: readonly (readonly string[])[] = Array.from(
    { length: Math.ceil(ids.length / TOGETHER) },
    (_, at) => ids.slice(at * TOGETHER, (at + 1) * TOGETHER),
  )
  let ordered: readonly Ordered[] = []
  let refused: readonly Refused[] = []
  const progress = (): Progress => ({ ordered, refused, left: groups.flat() })

  /** What remains to be sent of a few that were refused together. */
  const afterRefusal = (group: readonly string[], error: ApiError): readonly (readonly string[])[] => {
    const named = namedIn(error, group) ?? (group.length === 1 ? group[0] : undefined)
    if (named === undefined) return group.map((id) => [id])
    refused = [...refused, { id: named, why: error.message }]
    const others = group.filter((id) => id !== named)
    return others.length > 0 ? [others] : []
  }

  return {
    run: async () => {
      for (let [group, ...rest] = groups; group !== undefined; [group, ...rest] = groups) {
        try {
          ordered = [...ordered, ...(await send(group, keyOf(group)))]
          groups = rest
        } catch (thrown) {
          const error = thrown as ApiError
          if (breaksOff(error)) break
          groups = [...afterRefusal(group, error), ...rest]
        }
        tell(progress())
      }
      return progress()
    },
  }
}
