/** Materials: handed in once, used again, part of a case's records from then on. */
import { files } from '../../../functions/core/io/files/collections'
import { materials } from '../../../functions/core/io/materials/collections'
import { reader } from '../../../functions/core/io/store/reader'
import { DAY_MS } from '../../../functions/core/pure/time'
import {
  AGENT,
  CLAIMANT,
  CLERK,
  material,
  eachWorld,
  readyDraft,
  submitted,
  type World,
} from '../refunds/world'

let world: World
eachWorld((fresh) => (world = fresh))

const mine = async (
  as = CLAIMANT,
): Promise<readonly { id: string; code: string; used: boolean; name: string }[]> =>
  (
    await world.must<{ items: { id: string; code: string; used: boolean; name: string }[] }>(
      'materials/mine',
      { business: 'refunds' },
      { as },
    )
  ).items
const remove = (id: string) => world.call('materials/remove', { business: 'refunds', id }, { as: CLAIMANT })

test('what was uploaded once is on file, is used by two cases, and cannot be removed then', async () => {
  await submitted(world, { voucherId: await world.voucher(500_000), claimed: 1_000 })
  const [first] = await mine()
  expect(first).toMatchObject({ code: 'proofOfOverpayment', used: true, name: 'proofOfOverpayment.png' })
  expect(await remove(first?.id ?? '')).toMatchObject({ ok: false, code: 'MATERIAL_IN_USE' })
  const doc = await reader(world.services.store).get(materials, first?.id ?? '')
  expect(doc).toMatchObject({ expiresAt: null })
  await world.settle()
  expect((await reader(world.services.store).get(files, doc?.fileId ?? ''))?.expiresAt).toBeNull()
})

test('a case may name thirty, and their files are kept with it', async () => {
  const named: { code: string; id: string }[] = []
  for (let one = 0; one < 30; one += 1)
    named.push({ code: 'proofOfOverpayment', id: await material(world, 'proofOfOverpayment') })
  const voucherId = await world.voucher(500_000)
  const draft = await readyDraft(world, { voucherId, claimed: 1_000, materials: named })
  const { id } = await world.must<{ id: string }>('refunds/submit', { draftId: draft }, { as: CLAIMANT })
  await world.settle()
  world.services.time.now += 401 * DAY_MS
  for (let run = 0; run < 2; run += 1) await world.must('timers/sweep', {}, { timer: 'sweep' })
  for (const { id: materialId } of named)
    await world.must('refunds/material', { id, materialId }, { as: CLAIMANT })
})

test('erased before its files are kept: they go with their owner, whatever a case names', async () => {
  await submitted(world, { voucherId: await world.voucher(500_000), claimed: 1_000 })
  const [first] = await mine()
  const doc = await reader(world.services.store).get(materials, first?.id ?? '')
  await world.must('accounts/erase', { confirm: 'ERASE' }, { as: CLAIMANT })
  await world.settle()
  world.services.time.now += 2 * DAY_MS
  await world.must('timers/sweep', {}, { timer: 'sweep' })
  expect(await reader(world.services.store).get(files, doc?.fileId ?? '')).toBeUndefined()
})

test('of what is another’s, or gone, a draft says nothing, and it counts for nothing when it is handed in', async () => {
  const foreign = await material(world, 'proofOfOverpayment', AGENT)
  const gone = await material(world, 'proofOfOverpayment')
  await remove(gone)
  const materials = [foreign, gone].map((id) => ({ code: 'proofOfOverpayment', id }))
  const draftId = await readyDraft(world, {
    voucherId: await world.voucher(500_000),
    claimed: 1_000,
    materials,
  })
  const { draft } = await world.must<{ draft: { materials: unknown[] } }>(
    'refunds/draft',
    { draftId },
    { as: CLAIMANT },
  )
  expect(draft.materials).toEqual([])
  expect(await world.call('refunds/submit', { draftId }, { as: CLAIMANT })).toMatchObject({
    code: 'MATERIALS_MISSING',
    data: { codes: ['proofOfOverpayment'] },
  })
})

test('what no case names can be removed, and its file goes with it', async () => {
  const id = await material(world, 'other')
  const doc = await reader(world.services.store).get(materials, id)
  expect(await remove(id)).toMatchObject({ ok: true })
  expect(await mine()).toEqual([])
  world.services.time.now += 2 * DAY_MS
  await world.must('timers/sweep', {}, { timer: 'sweep' })
  expect(await reader(world.services.store).get(files, doc?.fileId ?? '')).toBeUndefined()
})

test('what no case names is swept after four hundred days, with its file', async () => {
  const id = await material(world, 'other')
  const doc = await reader(world.services.store).get(materials, id)
  world.services.time.now += 401 * DAY_MS
  for (let run = 0; run < 2; run += 1) await world.must('timers/sweep', {}, { timer: 'sweep' })
  expect(await reader(world.services.store).get(materials, id)).toBeUndefined()
  expect(await reader(world.services.store).get(files, doc?.fileId ?? '')).toBeUndefined()
})

test('an agent with the scope sees and adds the enterprise’s; nobody else does', async () => {
  const enterprise = await world.must<{ taxpayers: { id: string; kind: string }[] }>(
    'accounts/me',
    {},
    { as: CLERK },
  )
  const taxpayerId = enterprise.taxpayers.find(({ kind }) => kind === 'enterprise')?.id
  const wish = { business: 'refunds', taxpayerId }
  expect(await world.must('materials/mine', wish, { as: AGENT })).toEqual({ items: [] })
  expect(await world.refused('materials/mine', wish, { as: CLAIMANT })).toBe('NOT_FOUND')
})

test('kept twice from one upload, it is one material', async () => {
  const id = await material(world, 'other')
  const doc = await reader(world.services.store).get(materials, id)
  const wish = { business: 'refunds', code: 'other', fileId: doc?.fileId, name: 'other.png' }
  const again = await world.must<{ material: { id: string } }>('materials/add', wish, { as: CLAIMANT })
  expect(again.material.id).toBe(id)
  expect(await mine()).toHaveLength(1)
})
