/** Money that the bank sent back: its winner reads why, until another account is given; then it is paid once. */
import type { PayoutReason } from '../../../functions/core/pure/payout-reasons'
import { enter, later, tonight, type Prize } from './evening'
import { eachWorld, type World } from './world'

let world: World
eachWorld((fresh) => (world = fresh))

interface Shown extends Prize {
  readonly returned: { readonly reason: string; readonly next: string; readonly at: number } | null
}

const BAD = '6222020200110000000'
const GOOD = '6222020200119999999'
const AS = { as: '陈甲' }

/** The channel refuses one account, for that reason. */
const rejecting = (why: PayoutReason): void => {
  Object.assign(world.services.settings, {
    payout: {
      channel: 'ledger',
      rejects: (payee: { account?: string }) => (payee.account === BAD ? why : undefined),
    },
  })
}

const prize = async (): Promise<Shown> => {
  const { items } = await world.must<{ items: Prize[] }>('lottery/prizes', {}, AS)
  const answer = await world.must<{ prize: Shown }>('lottery/prize', { id: items[0]?.id }, AS)
  return answer.prize
}

const give = async (move: 'claim' | 'fixAccount', number: string): Promise<void> => {
  const { id } = await prize()
  await world.must(`lottery/${move}`, { id, account: { bank: '示范银行', number } }, AS)
  await world.run()
}

beforeEach(async () => {
  await world.publish()
  await world.person('陈甲')
  await enter(world, '陈甲')
  tonight(world)
  await world.run()
  later(world)
  await world.run()
})

test('the reason is told in words with what to do, and no more once another account is given', async () => {
  rejecting('accountClosed')
  expect(await prize()).toMatchObject({ state: 'confirmed', returned: null })
  await give('claim', BAD)
  const back = await prize()
  expect(back).toMatchObject({
    state: 'bankRejected',
    returned: { reason: '账户已销户或停用', next: expect.stringContaining('换一个本人的账户') as string },
  })
  expect(back.returned?.at).toBeLessThanOrEqual(world.services.time.now)
  await give('fixAccount', GOOD)
  expect(await prize()).toMatchObject({ state: 'paid', returned: null })
})

test('refused a second time for another reason, the newer one is told', async () => {
  rejecting('accountClosed')
  await give('claim', BAD)
  rejecting('accountFrozen')
  await give('fixAccount', BAD)
  expect(await prize()).toMatchObject({
    state: 'bankRejected',
    returned: { reason: '账户被冻结或挂失' },
  })
})
