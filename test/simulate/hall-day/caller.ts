/** Callers as they are: requests go out twice, the server dies under them, and they ask again with the same key until they are answered. */
import type { Random } from '../../harness/fuzz/random'
import { Died, mortal, type Mortal } from '../../harness/mortal'
import type { Answer, World } from '../../functions/queue/world'

export interface Caller {
  /** Never INTERNAL: that is asked again. */
  call(procedure: string, input: object, token?: string): Promise<Answer>
  /** The person's session, whatever dies. */
  signIn(person: string): Promise<string>
  readonly tally: { calls: number; repeated: number; deaths: number; restarts: number; different: number }
  /** The server is gone for a moment. */
  restart(): Promise<void>
}

/** Of the calls. */
const TWICE = 0.05
const DEADLY = 0.004
const MOST_TRIES = 8

const sameAnswer = (one: Answer, other: Answer): boolean =>
  one.code === other.code && JSON.stringify(one.body.ticket) === JSON.stringify(other.body.ticket)

export const createCaller = (world: World, random: Random): Caller => {
  const tally = { calls: 0, repeated: 0, deaths: 0, restarts: 0, different: 0 }
  let fate: Mortal = mortal(world.services.store)
  let key = 0
  const once = async (
    procedure: string,
    input: object,
    token: string | undefined,
    name: string,
  ): Promise<Answer> => {
    for (let tries = 0; tries < MOST_TRIES; tries += 1) {
      tally.calls += 1
      const answer = await world.call(procedure, input, token, name).catch((error: unknown) => {
        if (error instanceof Died) return undefined
        throw error
      })
      if (answer && answer.code !== 'INTERNAL' && answer.code !== 'BUSY') return answer
      tally.deaths += 1
    }
    throw new Error(`${procedure} was never answered`)
  }
  return {
    tally,
    call: async (procedure, input, token) => {
      key += 1
      const name = `hall-day-${String(key).padStart(10, '0')}`
      if (random.chance(DEADLY)) fate.meet(random.int(0, 3), random.chance(0.5) ? 'before' : 'after')
      if (!random.chance(TWICE)) return once(procedure, input, token, name)
      tally.repeated += 1
      const [one, other] = await Promise.all([
        once(procedure, input, token, name),
        once(procedure, input, token, name),
      ])
      // Refused twice for different reasons is no harm: one of the two was the repeat.
      if (one.ok && other.ok && !sameAnswer(one, other)) tally.different += 1
      return one.ok ? one : other
    },
    signIn: async (person) => {
      const { body } = await once(
        'accounts/signInAs',
        { person },
        undefined,
        `sign-in-${(key += 1)}-of-a-person`,
      )
      return body.token
    },
    restart: async () => {
      tally.restarts += 1
      fate.live()
      await world.restart()
      fate = mortal(world.services.store)
    },
  }
}
