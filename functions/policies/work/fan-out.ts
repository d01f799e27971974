/** A version's telling, planned: walks over its people in parts of even size. A million people are some hundred parts, not a million events. */
import type { Services } from '../../core/io/context'
import { emit } from '../../core/io/events/emit'
import { reader } from '../../core/io/store/reader'
import { transact } from '../../core/io/store/transact'
import { partsOf } from '../../profiles/public'
import { fanOutParts, fanOuts, policyVersions, type FanOutDoc, type WalkDoc } from '../collections'
import { versionId } from './publish'
import { audienceOf } from './show'

/** People of a part, about; and parts at most. */
const PEOPLE = 5_000
const MOST_PARTS = 256
/** A part and its event, beside the plan and a receipt. */
const AT_ONCE = 18

export const partId = (fanOut: string, walk: number, part: number): string => `${fanOut}.${walk}.${part}`

const TOLD_BEFORE: readonly WalkDoc[] = [
  { over: 'told', tag: null, parts: 1 },
  { over: 'followers', tag: null, parts: 1 },
]

/** Walks are settled once: a plan that is cut off goes on with the same. */
const settle = async (
  services: Services,
  policyId: string,
  version: number,
): Promise<FanOutDoc | undefined> => {
  const id = versionId(policyId, version)
  const [standing, of] = await Promise.all([
    reader(services.store).get(fanOuts, id),
    reader(services.store).get(policyVersions, id),
  ])
  if (standing || !of) return standing
  const { lead, walks } = await partsOf(services, audienceOf(of.text.audience), {
    each: PEOPLE,
    most: MOST_PARTS,
  })
  const over = walks.map(({ tag, parts }): WalkDoc => ({ over: 'tag', tag, parts }))
  const { change } = of
  const planned =
    change === 'withdrawn' ? TOLD_BEFORE : change === 'corrected' ? [...TOLD_BEFORE, ...over] : over
  return transact(services, async (tx) => {
    const before = await tx.get(fanOuts, id)
    if (before) return before
    const doc: FanOutDoc = { v: 1, policyId, version, change, lead, walks: planned, startedAt: tx.now }
    tx.insert(fanOuts, id, doc)
    return doc
  })
}

/** Makes each part and the event that tells it; what is there already stays. Safe to repeat. */
export const planFanOut = async (services: Services, policyId: string, version: number): Promise<void> => {
  const plan = await settle(services, policyId, version)
  if (!plan) return
  const fanOut = versionId(policyId, version)
  const wanted = plan.walks.flatMap(({ over, tag, parts }, walk) =>
    Array.from({ length: parts }, (_, part) => ({ id: partId(fanOut, walk, part), over, tag, part, parts })),
  )
  for (let first = 0; first < wanted.length; first += AT_ONCE)
    await transact(services, async (tx) => {
      for (const { id, ...of } of wanted.slice(first, first + AT_ONCE)) {
        if (await tx.get(fanOutParts, id)) continue
        tx.insert(fanOutParts, id, {
          v: 1,
          fanOut,
          ...of,
          after: null,
          done: false,
          told: 0,
          passed: 0,
          changedAt: tx.now,
        })
        emit(tx, { kind: 'policies.tell', due: tx.now, payload: { part: id } })
      }
    })
}
