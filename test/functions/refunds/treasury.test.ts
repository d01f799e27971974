/** Refunds paid by files to and from the treasury, as an operator carries them; what it sends back comes to the claimant. */
import { mkdtemp, readFile, rm, stat, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { AdminRefused } from '../../../functions/accounts/admin'
import { dayOf } from '../../../functions/core/pure/time'
import { treasuryFile, treasuryReturn } from '../../../platform/admin/treasury'
import { bytesOf, readBatch, returnOf } from '../../harness/pay/treasury'
import { refundFaults } from '../../harness/refunds'
import { ACCOUNT, approved, CLAIMANT, openWorld, PAYER, submitted, type CaseBody, type World } from './world'

let world: World
let folder: string
let said: string[]
const say = (line: string): void => void said.push(line)
beforeEach(async () => {
  world = await openWorld({ settings: { payout: { channel: 'treasury', office: '320100' } } })
  folder = await mkdtemp(join(tmpdir(), 'treasury-'))
  said = []
})
afterEach(async () => {
  expect(world.services.logged.filter(({ level }) => level === 'error')).toEqual([])
  await world.close()
  await rm(folder, { recursive: true })
})

const get = async (id: string): Promise<CaseBody['case']> =>
  (await world.must<CaseBody>('refunds/get', { id }, { as: CLAIMANT })).case

const ordered = async (claimed: number): Promise<string> => {
  const id = await submitted(world, { voucherId: await world.voucher(1_000_000), claimed })
  await approved(world, id, claimed)
  await world.must('refunds/order', { ids: [id] }, { as: PAYER })
  return id
}

const fileMade = async () => {
  await treasuryFile(world.services, { folder }, say)
  const path = said.at(-1)?.split(':')[0] ?? ''
  expect((await stat(path)).mode & 0o777).toBe(0o600)
  return readBatch(await readFile(path))
}

test('what was ordered goes out in a file, and its return pays one and sends one back with the reason', async () => {
  const [good, bad] = [await ordered(100_000), await ordered(200_000)]
  const batch = await fileMade()
  expect(batch.rows).toHaveLength(2)
  const rows = batch.rows.map(({ order, fen }) => ({
    order,
    fen,
    ...(fen >= 200_000 ? { reason: '02', remark: '账户已销户' } : {}),
  }))
  const back = join(folder, 'return.csv')
  await writeFile(back, bytesOf(returnOf(batch, { day: dayOf(world.services.time.now), rows })))
  await treasuryReturn(world.services, back, say)
  expect(said.at(-1)).toBe('1 paid, 1 sent back')
  await world.settle()
  expect((await get(good)).state).toBe('paid')
  const rejected = await get(bad)
  expect(rejected).toMatchObject({ state: 'bankRejected', next: 'claimant', moves: ['fixAccount'] })
  expect(rejected.history.at(-1)?.said).toContain('账户已销户')
  await world.must('refunds/fixAccount', { id: bad, account: ACCOUNT }, { as: CLAIMANT })
  await world.must('refunds/order', { ids: [bad] }, { as: PAYER })
  expect((await fileMade()).rows).toHaveLength(1)
  expect(
    (await refundFaults(world.services.store)).filter((fault) => !fault.includes('is paid, and 0 of')),
  ).toEqual([])
})

test('a return with a wrong amount is refused whole, and says what is wrong', async () => {
  const id = await ordered(100_000)
  const batch = await fileMade()
  const rows = batch.rows.map(({ order, fen }) => ({ order, fen: fen + 1 }))
  const back = join(folder, 'return.csv')
  await writeFile(back, bytesOf(returnOf(batch, { day: dayOf(world.services.time.now), rows })))
  await expect(treasuryReturn(world.services, back, say)).rejects.toThrow(/otherAmount/)
  await world.settle()
  expect((await get(id)).state).toBe('ordered')
})

test('nothing waits, no such batch, another channel: each is told', async () => {
  await treasuryFile(world.services, { folder }, say)
  expect(said).toEqual(['nothing waits to be paid'])
  await expect(treasuryFile(world.services, { folder, which: '../x' }, say)).rejects.toThrow(AdminRefused)
  const services = {
    ...world.services,
    settings: { ...world.services.settings, payout: { channel: 'ledger' } },
  }
  await expect(treasuryFile(services as typeof world.services, { folder }, say)).rejects.toThrow(/PAYOUT/)
})

test('a file that cannot be written tells the name of its batch, by which it is made again', async () => {
  await ordered(100_000)
  const nowhere = join(folder, 'nowhere')
  const told = await treasuryFile(world.services, { folder: nowhere }, say).catch((error: unknown) => error)
  expect(told).toBeInstanceOf(AdminRefused)
  const which = /tb_[0-9a-z]{26}(?= for its batch)/.exec(String(told))?.[0]
  await treasuryFile(world.services, { folder, which }, say)
  expect(said.at(-1)).toContain('1 orders')
})
