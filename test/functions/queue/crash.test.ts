/** Whatever dies at whichever write: nobody is called twice, nobody is lost, and the next hand goes on. */
import { Died, mortal } from '../../harness/mortal'
import { bothLines, queueFaults } from '../../harness/queues'
import { at, defects, HALL, openWorld, type Answer, type World } from './world'

const window = { hallId: HALL, window: '3' }
const KEY = 'the-very-same-key-0001'

interface Story {
  readonly officer: string
  /** Numbers in the order in which they are to be called. */
  readonly line: readonly string[]
}

const lined = async (world: World, count: number): Promise<Story> => {
  world.now = at(570)
  const officer = await world.window('3')
  const line: string[] = []
  for (let i = 0; i < count; i += 1) line.push((await world.walkIn('SB01')).id)
  return { officer, line }
}

/** As a caller does that has no answer: once more, with the same key. */
const again = async (work: () => Promise<Answer>): Promise<Answer> => {
  for (let tries = 0; ; tries += 1) {
    const answer = await work().catch((error: unknown) => {
      if (error instanceof Died) return undefined
      throw error
    })
    if (answer && answer.code !== 'INTERNAL') return answer
    if (tries > 3) throw new Error('no answer')
  }
}

/** Calls and serves whoever is left. */
const callRest = async (world: World, officer: string): Promise<string[]> => {
  const called: string[] = []
  for (;;) {
    const { ticket } = await world.must('queue/callNext', window, officer)
    if (!ticket) return called
    called.push(ticket.id)
    await world.must('queue/serve', { ...window, ticketId: ticket.id }, officer)
    await world.must('queue/finish', { ...window, ticketId: ticket.id }, officer)
  }
}

interface Deadly {
  readonly name: string
  /** Before anything dies. */
  before(world: World, story: Story): Promise<string>
  /** What dies, and is repeated. */
  act(world: World, story: Story, id: string): Promise<Answer>
  /** Who is called afterwards. */
  rest(story: Story, answer: Answer): readonly string[]
  readonly writes: number
}

const callOne = async (world: World, { officer }: Story): Promise<string> =>
  (await world.must('queue/callNext', window, officer)).ticket.id
const serveOne = async (world: World, story: Story): Promise<string> => {
  const id = await callOne(world, story)
  await world.must('queue/serve', { ...window, ticketId: id }, story.officer)
  return id
}
const acting =
  (what: string) =>
  (world: World, { officer }: Story, ticketId: string) =>
    world.call(`queue/${what}`, { ...window, ticketId }, officer, KEY)

const stories: readonly Deadly[] = [
  {
    name: 'a call',
    before: () => Promise.resolve(''),
    act: (world, { officer }) => world.call('queue/callNext', window, officer, KEY),
    rest: ({ line }) => line.slice(1),
    writes: 3,
  },
  {
    name: 'serving',
    before: callOne,
    act: acting('serve'),
    rest: ({ line }) => line.slice(1),
    writes: 2,
  },
  {
    name: 'finishing',
    before: serveOne,
    act: acting('finish'),
    rest: ({ line }) => line.slice(1),
    writes: 2,
  },
  {
    name: 'passing',
    before: callOne,
    act: acting('pass'),
    rest: ({ line: [first = '', ...others] }) => [...others.slice(0, 3), first, ...others.slice(3)],
    writes: 2,
  },
  {
    name: 'giving a number',
    before: () => Promise.resolve(''),
    act: (world, { officer }) => world.call('queue/issue', { hallId: HALL, matter: 'SB01' }, officer, KEY),
    rest: ({ line }, { body }) => [...line, body.ticket.id],
    writes: 2,
  },
  {
    name: 'a transfer',
    before: serveOne,
    act: (world, { officer }, ticketId) =>
      world.call('queue/transfer', { ...window, ticketId, matter: 'SB02' }, officer, KEY),
    // In its own band, ahead by the name of its matter's line or behind: it was first.
    rest: ({ line: [first = '', ...others] }) => [...others, first],
    writes: 3,
  },
]

describe.each(stories)('$name', ({ before, act, rest, writes }) => {
  it.each(['before', 'after'] as const)(
    'dying %s each of its writes ends the same',
    async (told) => {
      let deaths = 0
      for (let write = 0; ; write += 1) {
        const world = await openWorld()
        try {
          const story = await lined(world, 5)
          const id = await before(world, story)
          const fate = mortal(world.services.store)
          fate.meet(write, told)
          const answer = await again(() => act(world, story, id))
          fate.live()
          if (!fate.died) break
          deaths += 1
          expect(answer).toMatchObject({ ok: true })
          if (id === '' && answer.body.ticket && story.line.includes(answer.body.ticket.id)) {
            expect(answer.body.ticket.id).toBe(story.line[0])
            await world.must('queue/serve', { ...window, ticketId: answer.body.ticket.id }, story.officer)
            await world.must('queue/finish', { ...window, ticketId: answer.body.ticket.id }, story.officer)
          }
          world.now += 60_000
          await world.job('queue/settle')
          const held = (await world.must('queue/desk', { hallId: HALL }, story.officer)).windows.find(
            (one) => one.window === '3',
          )?.at
          if (held && id !== '') {
            if (!held.serving) await world.must('queue/serve', { ...window, ticketId: id }, story.officer)
            await world.must('queue/finish', { ...window, ticketId: id }, story.officer)
          }
          expect(await callRest(world, story.officer)).toEqual(rest(story, answer))
          expect(await queueFaults(world.services.store)).toEqual([])
          const { live, folded } = await bothLines(world.services.store, `${HALL}.20261124`)
          expect(live).toEqual(folded)
        } finally {
          await world.close()
        }
      }
      expect(deaths).toBeGreaterThanOrEqual(writes)
      defects.splice(0).forEach(({ err }) => expect(err).toBeInstanceOf(Died))
    },
    60_000,
  )
})

it.each(['before', 'after'] as const)(
  'a window that died %s a write of its call is brought up by the clock',
  async (told) => {
    for (let write = 0; ; write += 1) {
      const world = await openWorld()
      try {
        const { officer, line } = await lined(world, 3)
        const fate = mortal(world.services.store)
        fate.meet(write, told)
        await world.call('queue/callNext', window, officer, KEY).catch(() => undefined)
        fate.live()
        if (!fate.died) break
        world.now += 60_000
        await world.job('queue/settle')
        const { windows } = await world.must('queue/board', { hallId: HALL })
        const next = await world.call('queue/callNext', window, officer, 'another-key-of-one')
        // Claimed before it died, the first is on the board; otherwise nothing was, and the next press calls the first.
        expect([windows[0]?.at ? line[0] : undefined, next.ok ? next.body.ticket.id : undefined]).toContain(
          line[0],
        )
      } finally {
        await world.close()
      }
    }
    defects.splice(0)
  },
)
