/** How calls of `policies` succeed, and who is a stranger to what they touch. */
import type { FunctionCases } from '../../harness/fuzz/cases'
import type { Person, World } from '../../harness/fuzz/world'
import { written } from './world'

const people = new WeakMap<World, Map<string, Promise<Person>>>()

/** Who may publish, at the first hall: one who writes, and one who publishes. */
const publisher = (world: World, name: 'policy-writer' | 'policy-publisher'): Promise<Person> => {
  const make = async (): Promise<Person> => {
    const halls = [world.halls[0] ?? '']
    const accountId = await world.services.person(name, [{ role: 'officer', halls, duties: ['publish'] }])
    return { accountId, token: await world.services.tokenOf(accountId) }
  }
  const here = people.get(world) ?? new Map<string, Promise<Person>>()
  people.set(world, here)
  const known = here.get(name) ?? make()
  here.set(name, known)
  return known
}

interface Saved {
  readonly id: string
  readonly changedAt: number
}

const save = async (world: World): Promise<Saved> => {
  const { token } = await publisher(world, 'policy-writer')
  const input = {
    hallId: world.halls[0],
    id: null,
    from: null,
    text: written({ attachments: [] }),
    why: null,
  }
  return world.must('policies/save', { input, token })
}

const publish = async (world: World): Promise<string> => {
  const { id, changedAt } = await save(world)
  const { token } = await publisher(world, 'policy-publisher')
  await world.must('policies/publish', { input: { id, from: changedAt }, token })
  return id
}

const known = new WeakMap<World, Promise<string>>()
/** One that nobody withdraws. */
const published = (world: World): Promise<string> => {
  const id = known.get(world) ?? publish(world)
  known.set(world, id)
  return id
}

const byWriter = async (world: World, input: unknown) => ({
  input,
  token: (await publisher(world, 'policy-writer')).token,
})
const why = { zh: '依据的文件已经废止', en: '' }

export const cases: FunctionCases = {
  recipes: {
    list: async (world) => {
      await published(world)
      return { input: {} }
    },
    policy: async (world) => ({ input: { id: await published(world) } }),
    reasons: async (world) => ({
      input: { id: await published(world) },
      token: (await world.taxpayer()).token,
    }),
    follow: async (world) => ({
      input: { id: await published(world), on: true },
      token: (await world.taxpayer()).token,
    }),
    office: (world) => byWriter(world, {}),
    officeList: async (world) => {
      await published(world)
      return byWriter(world, { hallId: world.halls[0] })
    },
    officePolicy: async (world) => byWriter(world, { id: await published(world) }),
    save: (world) =>
      byWriter(world, { hallId: world.halls[0], id: null, from: null, text: written(), why: null }),
    reach: (world) => byWriter(world, { hallId: world.halls[0], audience: { kind: ['smallScale'] } }),
    test: async (world) => byWriter(world, { id: (await save(world)).id }),
    publish: async (world) => {
      const { id, changedAt } = await save(world)
      const { token } = await publisher(world, 'policy-publisher')
      return { input: { id, from: changedAt }, token }
    },
    withdraw: async (world) => byWriter(world, { id: await publish(world), why }),
    progress: async (world) => byWriter(world, { id: await published(world) }),
  },
  strangers: {
    officeList: 'officer elsewhere',
    officePolicy: 'officer elsewhere',
    save: 'officer elsewhere',
    reach: 'officer elsewhere',
    test: 'officer elsewhere',
    publish: 'officer elsewhere',
    withdraw: 'officer elsewhere',
    progress: 'officer elsewhere',
  },
  open: {
    policy: 'published for anybody',
    reasons: 'published for anybody; the reasons are the caller’s own',
    follow: 'published for anybody; what follows is the caller’s own',
  },
  unknown: {
    id: `po_${'0'.repeat(26)}`,
    hallId: 'no-such-hall',
    fileId: `fl_${'0'.repeat(32)}`,
  },
}
