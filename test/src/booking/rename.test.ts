import { bookInOtherName, type BookCalls } from '../../../src/packages/booking/model/rename'
import { appointment, held } from './fixtures'

const seat = held({ id: 'ap_a', taxpayer: { id: 'tp_1', name: '王*明' } })
const isFull = (error: unknown): boolean => error instanceof Error && error.message === 'SLOT_FULL'

/** A time with `free` seats beside the kept one; `refused` names who may not book. */
const timeWith = (free: number, refused: readonly string[] = []) => {
  const log: string[] = []
  let left = free
  const take = (what: string, who = ''): void => {
    log.push(`${what} ${who}`)
    if (left === 0) throw new Error('SLOT_FULL')
    if (what === 'book' && refused.includes(who)) throw new Error('LIMIT_WEEK')
    left -= 1
  }
  const calls: BookCalls = {
    book: async ({ taxpayerId }) => Promise.resolve(take('book', taxpayerId)).then(() => appointment()),
    hold: async ({ taxpayerId }) =>
      Promise.resolve(take('hold', taxpayerId)).then(() => held({ id: 'ap_b' })),
    release: (id) => {
      log.push(`release ${id}`)
      left += 1
      return Promise.resolve()
    },
  }
  return { calls, log }
}
const rename = ({ calls }: { readonly calls: BookCalls }) =>
  bookInOtherName({ calls, held: seat, taxpayerId: 'tp_2', isFull })

it('books beside the kept seat, then gives it back', async () => {
  const time = timeWith(3)
  expect(await rename(time)).toMatchObject({ kind: 'booked' })
  expect(time.log).toEqual(['book tp_2', 'release ap_a'])
})

it('keeps the seat when a rule refuses the other name', async () => {
  const time = timeWith(3, ['tp_2'])
  expect(await rename(time)).toMatchObject({ kind: 'refused', held: { id: 'ap_a' } })
  expect(time.log).toEqual(['book tp_2'])
})

it('gives the last seat of a time to the other name', async () => {
  const time = timeWith(0)
  expect(await rename(time)).toMatchObject({ kind: 'booked' })
  expect(time.log).toEqual(['book tp_2', 'release ap_a', 'book tp_2'])
})

it('takes the last seat again for whom it was kept when the other name is refused', async () => {
  const time = timeWith(0, ['tp_2'])
  expect(await rename(time)).toMatchObject({
    kind: 'refused',
    error: new Error('LIMIT_WEEK'),
    held: { id: 'ap_b' },
  })
  expect(time.log).toEqual(['book tp_2', 'release ap_a', 'book tp_2', 'hold tp_1'])
})
