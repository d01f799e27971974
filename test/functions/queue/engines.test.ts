/** The same rush on every database: a place is given once and called once, whatever windows press together. */
import { call } from '@orpc/server'
import { halls, matters } from '../../../functions/halls/collections'
import { hallLines, tickets } from '../../../functions/queue/collections'
import { router } from '../../../functions/queue/router'
import { AppError } from '../../../functions/core/pure/errors'
import { demoHalls } from '../../../platform/demo/data/halls'
import { demoMatters } from '../../../platform/demo/data/matters'
import { testServices, type TestServices } from '../../harness/context'
import { bothLines, queueFaults } from '../../harness/queues'
import { everything } from '../../harness/seats'
import { onEveryEngine } from '../../harness/store/engines'

const HALL = 'chengdong-2'
const WINDOWS = ['1', '2', '3', '4']
const PEOPLE = 14

const openHall = async (services: TestServices): Promise<string> => {
  const hall = demoHalls.find(({ id }) => id === HALL)
  if (!hall) throw new Error('the demonstration has it')
  await services.store.commit([
    { op: 'insert', collection: halls.name, id: hall.id, doc: hall.doc },
    ...demoMatters
      .filter(({ code }) => hall.doc.matters.includes(code))
      .map(({ code, doc }) => ({ op: 'insert', collection: matters.name, id: code, doc }) as const),
  ])
  return services.person('官', [{ role: 'officer', halls: [HALL] }])
}

onEveryEngine('queue', (engine) => {
  it('gives numbers, calls, passes, serves and stops as one would with one window', async () => {
    const services = await testServices({ engine })
    try {
      const officer = await openHall(services)
      const context = (procedure: string) => services.contextFor(officer, { procedure: `queue/${procedure}` })
      for (const window of WINDOWS)
        await call(
          router.setWindow,
          { hallId: HALL, window, state: 'open' },
          { context: await context('setWindow') },
        )
      await Promise.all(
        Array.from({ length: PEOPLE }, async (_, i) =>
          call(
            router.issue,
            { hallId: HALL, matter: 'SB02', priority: i % 5 === 0 },
            { context: await context('issue') },
          ),
        ),
      )
      const called: string[] = []
      await Promise.all(
        WINDOWS.map(async (window) => {
          for (;;) {
            const { ticket } = await call(
              router.callNext,
              { hallId: HALL, window },
              { context: await context('callNext') },
            )
            if (!ticket) return
            called.push(ticket.number)
            const input = { hallId: HALL, window, ticketId: ticket.id }
            if (called.length % 4 === 0 && !ticket.passed) {
              await call(router.pass, input, { context: await context('pass') })
              continue
            }
            await call(router.serve, input, { context: await context('serve') })
            await call(router.finish, input, { context: await context('finish') })
          }
        }),
      )
      const all = await everything(services.store, tickets)
      expect(all).toHaveLength(PEOPLE)
      expect(new Set(called)).toEqual(new Set(all.map(({ doc }) => doc.number)))
      expect(new Set(all.map(({ doc }) => doc.state))).toEqual(new Set(['done']))
      expect(await queueFaults(services.store)).toEqual([])
      const [lines] = await everything(services.store, hallLines)
      expect(lines?.doc.totals.served).toBe(PEOPLE)
      await call(router.stop, { hallId: HALL, reason: '停电' }, { context: await context('stop') })
      const late = call(router.issue, { hallId: HALL, matter: 'SB02' }, { context: await context('issue') })
      await expect(late).rejects.toThrow(AppError)
      expect((await bothLines(services.store, lines?.id ?? '')).live).toMatchObject({
        totals: { served: PEOPLE },
      })
    } finally {
      await services.close()
    }
  })
})
