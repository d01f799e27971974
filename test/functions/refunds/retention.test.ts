/** Records end together: a case, what happened to it, the materials it named and their files. */
import { caseEvents } from '../../../functions/core/io/cases/collections'
import { files } from '../../../functions/core/io/files/collections'
import { materials } from '../../../functions/core/io/materials/collections'
import type { Collection } from '../../../functions/core/io/store/collection'
import type { Doc } from '../../../functions/core/io/store/contract'
import { allOf } from '../../../functions/core/io/store/pages'
import { reader } from '../../../functions/core/io/store/reader'
import type { CaseTable } from '../../../functions/core/pure/case'
import { DAY_MS } from '../../../functions/core/pure/time'
import { refundCases } from '../../../functions/refunds/collections'
import { departureForms } from '../../../functions/refunds/departure/collections'
import { departureTable } from '../../../functions/refunds/rules/kinds/departure-states'
import { refundTable } from '../../../functions/refunds/rules/states'
import { issued, TRAVELLER } from './departure/world'
import { CLAIMANT, eachWorld, material, readyDraft, submitted, type World } from './world'

let world: World
eachWorld((fresh) => (world = fresh))

const YEARS = 366 * DAY_MS

const count = async <T extends Doc>(collection: Collection<T>): Promise<number> =>
  (await allOf(world.services.store, collection, { index: 'id' })).length

const later = async (time: number): Promise<void> => {
  world.services.time.now += time
  for (let run = 0; run < 4; run += 1) await world.must('timers/sweep', {}, { timer: 'sweep' })
}

const withdrawn = async (id: string): Promise<void> => {
  await world.must('refunds/withdraw', { id }, { as: CLAIMANT })
  await world.settle()
}

const withMaterial = async (id: string, claimed: number): Promise<string> => {
  const named = [{ code: 'proofOfOverpayment', id }]
  const draftId = await readyDraft(world, {
    voucherId: await world.voucher(500_000),
    claimed,
    materials: named,
  })
  return (await world.must<{ id: string }>('refunds/submit', { draftId }, { as: CLAIMANT })).id
}

const removeMaterial = (id: string) =>
  world.call('materials/remove', { business: 'refunds', id }, { as: CLAIMANT })

test('a case that is over goes after ten years, and with it all that was of it', async () => {
  const id = await submitted(world, { voucherId: await world.voucher(500_000), claimed: 1_000 })
  await world.settle()
  const kept = await count(files)
  await withdrawn(id)
  const { doc } = (await allOf(world.services.store, materials, { index: 'id' }))[0] ?? {}
  const ended = await reader(world.services.store).get(refundCases, id)
  expect(doc).toMatchObject({ usedBy: [], keptUntil: ended?.expiresAt, expiresAt: ended?.expiresAt })
  await later(9 * YEARS)
  expect([await count(refundCases), await count(caseEvents), await count(materials)]).toEqual([1, 2, 1])
  expect(await count(files)).toBe(kept)
  await later(YEARS + DAY_MS)
  expect([await count(refundCases), await count(caseEvents), await count(materials)]).toEqual([0, 0, 0])
  expect(await count(files)).toBe(kept - 1)
})

test('what an open case names as well stays, and is nobody’s to remove while either needs it', async () => {
  const shared = await material(world, 'proofOfOverpayment')
  const [first, second] = [await withMaterial(shared, 1_000), await withMaterial(shared, 2_000)]
  await world.settle()
  await withdrawn(first)
  expect(await reader(world.services.store).get(materials, shared)).toMatchObject({
    usedBy: [second],
    expiresAt: null,
  })
  expect(await removeMaterial(shared)).toMatchObject({ ok: false, code: 'MATERIAL_IN_USE' })
  await withdrawn(second)
  expect(await removeMaterial(shared)).toMatchObject({ ok: false, code: 'MATERIAL_IN_USE' })
  const third = await withMaterial(shared, 3_000)
  await world.settle()
  await later(11 * YEARS)
  expect(await reader(world.services.store).get(materials, shared)).toMatchObject({ usedBy: [third] })
  await world.must('refunds/material', { id: third, materialId: shared }, { as: CLAIMANT })
})

test('a departure form and its history go together', async () => {
  const id = await issued(world)
  await world.must('refunds/cancelDeparture', { formId: id }, { as: TRAVELLER })
  await world.settle()
  await later(9 * YEARS)
  expect([await count(departureForms), await count(caseEvents)]).toEqual([1, 3])
  await later(YEARS + DAY_MS)
  expect([await count(departureForms), await count(caseEvents)]).toEqual([0, 0])
})

test.each<[string, CaseTable]>([
  ['refund cases', refundTable],
  ['departure forms', departureTable],
])('%s: from a state that is the end, no move leads on', (_, { moves, next }) => {
  const ends = Object.keys(next).filter((state) => next[state] === null)
  expect(ends.length).toBeGreaterThan(0)
  expect(Object.values(moves).flatMap(({ from }) => from.filter((state) => ends.includes(state)))).toEqual([])
})
