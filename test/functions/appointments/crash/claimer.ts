/** Claims seats and never commits, telling each claim on a line, until it is killed. */
import { appointments } from '../../../../functions/appointments/collections'
import { DAY, HALL, MATTER, openWorld } from '../world'

const main = async (dataDir: string, claims: number): Promise<void> => {
  const world = await openWorld({ dataDir })
  const tokens = await world.signInAll(claims, '抢')
  const { store } = world.instance.services
  const commit = store.commit.bind(store)
  Object.assign(store, {
    // A call's turn is taken; its booking never comes.
    commit: (changes: Parameters<typeof commit>[0]) =>
      changes.some(({ collection }) => collection === appointments.name)
        ? new Promise<never>(() => void process.stdout.write('claimed\n'))
        : commit(changes),
  })
  await Promise.all(
    tokens.map((token, i) =>
      world.call(i % 2 ? 'book' : 'hold', { hallId: HALL, matter: MATTER, day: DAY, start: 600 }, { token }),
    ),
  )
}

void main(process.argv[2] ?? '', Number(process.argv[3]))
