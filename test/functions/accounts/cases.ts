/** How calls of `accounts` succeed, and who is a stranger to what they touch. */
import { anyone, mine, type FunctionCases } from '../../harness/fuzz/cases'
import { visit } from '../../harness/visits'
import type { Taxpayer, Wanted, World } from '../../harness/fuzz/world'

const reason = '设备检修'

let numbers = 0
const creditCode = (): string => `9132010${String((numbers += 1)).padStart(10, '0')}X`
/** A visit that is over, at a hall of the staff's; no seat is held for it. */
const business = async (world: World, taxpayerId: string): Promise<string> => {
  const hallId = world.random.pick(world.halls)
  await visit(world.services, taxpayerId, { hallId, state: 'cancelledByHall' })
  return taxpayerId
}

const visitor = async (world: World): Promise<string> => business(world, (await world.taxpayer()).taxpayerId)

const verified = async (world: World): Promise<Taxpayer> => {
  const person = await world.newcomer()
  const { taxpayer } = await world.must<{ taxpayer: { id: string } }>('accounts/bind', {
    input: { kind: 'enterprise', name: '演示商贸有限公司', number: creditCode() },
    token: person.token,
  })
  await business(world, taxpayer.id)
  await world.must('accounts/verify', {
    input: { taxpayerId: taxpayer.id, evidence: '营业执照原件' },
    token: world.staff.officer.token,
  })
  return { ...person, taxpayerId: taxpayer.id }
}

const authorised = async (world: World): Promise<Wanted> => {
  const owner = await verified(world)
  const agent = await world.newcomer()
  return {
    input: { taxpayerId: owner.taxpayerId, agent: agent.accountId, scope: ['appointments'], days: 30 },
    token: owner.token,
  }
}

/** By the agent, of an authorisation that waits. */
const offered = async (world: World): Promise<Wanted> => {
  const owner = await verified(world)
  const agent = await world.newcomer()
  const { authorisation } = await world.must<{ authorisation: { id: string } }>('accounts/authorise', {
    input: { taxpayerId: owner.taxpayerId, agent: agent.accountId, scope: ['appointments'], days: 30 },
    token: owner.token,
  })
  return { input: { authorisationId: authorisation.id }, token: agent.token }
}

const started = (world: World): Promise<{ ticket: string; secret: string }> =>
  world.must('accounts/qrStart', { input: {} })

export const cases: FunctionCases = {
  recipes: {
    signIn: async (world) => ({ input: { code: `good-${world.random.int(1, 9999)}` } }),
    qrStart: anyone({}),
    qrLook: async (world) => ({
      input: { ticket: (await started(world)).ticket },
      token: (await world.newcomer()).token,
    }),
    qrConfirm: async (world) => ({
      input: { ticket: (await started(world)).ticket, accept: true },
      token: (await world.newcomer()).token,
    }),
    qrFinish: async (world) => {
      const { ticket, secret } = await started(world)
      return { input: { ticket, secret } }
    },
    signOutEverywhere: mine({}),
    me: mine({}),
    bind: async (world) => ({
      input: { kind: 'enterprise', name: '演示商贸有限公司', number: creditCode() },
      token: (await world.newcomer()).token,
    }),
    setDefault: async (world) => {
      const person = await world.taxpayer()
      return { input: { taxpayerId: person.taxpayerId }, token: person.token }
    },
    unbind: async (world) => {
      const person = await world.taxpayer()
      return { input: { taxpayerId: person.taxpayerId }, token: person.token }
    },
    verify: async (world) => ({
      input: { taxpayerId: await visitor(world), evidence: '身份证原件' },
      token: world.staff.officer.token,
    }),
    authorise: authorised,
    revoke: async (world) => {
      const wanted = await authorised(world)
      const { authorisation } = await world.must<{ authorisation: { id: string } }>(
        'accounts/authorise',
        wanted,
      )
      return { input: { authorisationId: authorisation.id }, token: wanted.token }
    },
    authorisations: async (world) => {
      const wanted = await authorised(world)
      await world.must('accounts/authorise', wanted)
      return { input: {}, token: wanted.token ?? '' }
    },
    pendingAuthorisations: async (world) => ({ input: {}, token: (await offered(world)).token ?? '' }),
    acceptAuthorisation: offered,
    declineAuthorisation: offered,
    grantRole: async (world) => ({
      input: {
        accountId: (await world.newcomer()).accountId,
        grant: { role: 'officer', halls: [world.random.pick(world.halls)] },
        reason,
      },
      token: world.staff.admin.token,
    }),
    withdrawRole: async (world) => ({
      input: { accountId: (await world.newcomer()).accountId, role: 'officer', reason },
      token: world.staff.admin.token,
    }),
    reveal: async (world) => ({
      input: { taxpayerId: await visitor(world), field: 'name', purpose: '核对身份' },
      token: world.staff.officer.token,
    }),
    accessLog: mine({}),
    export: mine({}),
    erase: mine({ confirm: 'ERASE' }),
  },
  strangers: {
    setDefault: 'taxpayer',
    unbind: 'taxpayer',
    authorise: 'taxpayer',
    revoke: 'taxpayer',
    acceptAuthorisation: 'taxpayer',
    declineAuthorisation: 'taxpayer',
    verify: 'officer elsewhere',
    reveal: 'officer elsewhere',
    grantRole: 'admin elsewhere',
    withdrawRole: 'admin elsewhere',
  },
  open: {
    qrLook: 'the ticket is the secret',
    qrConfirm: 'the ticket is the secret',
    qrFinish: 'the ticket is the secret',
  },
  unknown: {
    taxpayerId: 'tp_nobody',
    authorisationId: 'au_nobody',
    accountId: 'ac_nobody',
    ticket: 'qr_nobody',
  },
}
