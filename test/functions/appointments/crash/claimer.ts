/** Claims seats and never commits, telling each claim on a line, until it is killed. */
import { DAY, HALL, MATTER, openWorld } from '../world'

const main = async (dataDir: string, claims: number): Promise<void> => {
  const world = await openWorld({ dataDir })
  const tokens = await world.signInAll(claims, '抢')
  Object.assign(world.instance.services.store, {
    commit: () => new Promise<never>(() => void process.stdout.write('claimed\n')),
  })
  await Promise.all(
    tokens.map((token, i) =>
      world.call(i % 2 ? 'book' : 'hold', { hallId: HALL, matter: MATTER, day: DAY, start: 600 }, { token }),
    ),
  )
}

void main(process.argv[2] ?? '', Number(process.argv[3]))
