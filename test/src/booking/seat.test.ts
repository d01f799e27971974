import { keepSeat, type SeatCalls, type Wish } from '../../../src/packages/booking/model/seat'
import { held, NOW } from './fixtures'

const wish = (start: number): Wish => ({
  hallId: 'east',
  matter: 'FPLY',
  day: '2026-11-24',
  start,
  taxpayerId: 'tp_1',
})

/** A hall with free starts that allows one hold at a time, as the limits do. */
const hallWith = (free: readonly number[]) => {
  const log: string[] = []
  let standing: string | undefined
  const calls: SeatCalls = {
    hold: (asked) => {
      log.push(`hold ${asked.start}`)
      if (standing !== undefined) return Promise.reject(new Error('LIMIT_HALF_DAY'))
      if (!free.includes(asked.start)) return Promise.reject(new Error('SLOT_FULL'))
      standing = String(asked.start)
      return Promise.resolve(held({ id: `ap_${asked.start}`, start: asked.start }))
    },
    release: (id) => {
      log.push(`release ${id}`)
      standing = undefined
      return Promise.resolve()
    },
  }
  return { calls, log, standing: () => standing }
}

it('holds the seat asked for', async () => {
  const { calls, log } = hallWith([570])
  expect(await keepSeat({ calls, wish: wish(570), now: NOW })).toMatchObject({
    kind: 'kept',
    appointment: { start: 570 },
  })
  expect(log).toEqual(['hold 570'])
})

it('gives the earlier seat back before it takes another', async () => {
  const { calls, log } = hallWith([570, 600])
  const first = await keepSeat({ calls, wish: wish(570), now: NOW })
  if (first.kind !== 'kept') throw new Error('not kept')
  expect(await keepSeat({ calls, wish: wish(600), now: NOW, held: first.appointment })).toMatchObject({
    kind: 'kept',
    appointment: { start: 600 },
  })
  expect(log).toEqual(['hold 570', 'release ap_570', 'hold 600'])
})

it('takes the earlier seat again when the new one is refused', async () => {
  const hall = hallWith([570])
  const first = await keepSeat({ calls: hall.calls, wish: wish(570), now: NOW })
  if (first.kind !== 'kept') throw new Error('not kept')
  const second = await keepSeat({ calls: hall.calls, wish: wish(600), now: NOW, held: first.appointment })
  expect(second).toMatchObject({ kind: 'refused', previous: { start: 570 } })
  expect(hall.standing()).toBe('570')
})

it('does nothing when the same seat is chosen again', async () => {
  const { calls, log } = hallWith([570])
  const seat = held({ start: 570 })
  expect(await keepSeat({ calls, wish: wish(570), now: NOW, held: seat })).toEqual({
    kind: 'kept',
    appointment: seat,
  })
  expect(log).toEqual([])
})

it('says so when neither seat could be had', async () => {
  const gone: SeatCalls = {
    hold: () => Promise.reject(new Error('SLOT_FULL')),
    release: () => Promise.reject(new Error('OFFLINE')),
  }
  const kept = await keepSeat({ calls: gone, wish: wish(600), now: NOW, held: held() })
  expect(kept).toMatchObject({ kind: 'refused', error: new Error('SLOT_FULL') })
  expect(kept.kind === 'refused' && kept.previous).toBeUndefined()
})

it('takes a lapsed seat anew instead of believing in it', async () => {
  const { calls, log } = hallWith([570])
  const lapsed = held({ start: 570 })
  expect(await keepSeat({ calls, wish: wish(570), held: lapsed, now: NOW + 600_000 })).toMatchObject({
    kind: 'kept',
  })
  expect(log).toEqual(['hold 570'])
})
