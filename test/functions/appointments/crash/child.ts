/** Books, holds, confirms and cancels without end, telling each acknowledgement on a line, until it is killed. */
import { DAY, HALL, MATTER, openWorld } from '../world'

const STARTS = [540, 570, 600, 630, 660, 690] as const

const main = async (dataDir: string, round: string): Promise<void> => {
  const world = await openWorld({ dataDir })
  const tell = (line: string): void => void process.stdout.write(`${line}\n`)
  const live = async (name: string): Promise<void> => {
    const token = await world.signIn(name)
    for (let i = 0; ; i += 1) {
      const wish = { hallId: HALL, matter: MATTER, day: DAY, start: STARTS[i % STARTS.length] ?? 540 }
      const held = await world.call('hold', wish, { token })
      if (!held.ok) return
      const { id } = held.body.appointment
      const booked = await world.call('book', { holdId: id }, { token })
      if (booked.ok) tell(`booked ${id}`)
      if (i % 3 === 2) return
      const cancelled = await world.call('cancel', { id }, { token })
      if (cancelled.ok) tell(`cancelled ${id}`)
    }
  }
  tell('ready')
  for (let i = 0; ; i += 8) await Promise.all(Array.from({ length: 8 }, (_, k) => live(`${round}撞${i + k}`)))
}

void main(process.argv[2] ?? '', process.argv[3] ?? '')
