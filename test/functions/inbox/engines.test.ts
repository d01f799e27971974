/** Telling, counting and reading on every database that carries the store's contract. */
import { MINUTE } from '../../../functions/core/pure/time'
import { onEveryEngine } from '../../harness/store/engines'
import { openInbox } from './parts'

onEveryEngine('the inbox', (engine) => {
  test('counts what is unread by its index, while it is told and read at the same time', async () => {
    const inbox = await openInbox(engine)
    try {
      const li = await inbox.services.person('李')
      const token = await inbox.services.tokenOf(li)
      for (let i = 0; i < 6; i += 1) await inbox.tell(li)
      await inbox.deliver()
      expect(await inbox.unread(token)).toBe(6)
      const shown = await inbox.mine(token)
      inbox.services.time.now += MINUTE
      for (let i = 0; i < 2; i += 1) await inbox.tell(li)
      await Promise.all([
        inbox.deliver(),
        ...shown.slice(0, 3).map(({ id }) => inbox.read(token, { id })),
        inbox.read(token, { upTo: shown[0]?.at ?? 0 }),
      ])
      expect(await inbox.unread(token)).toBe(2)
      expect((await inbox.mine(token)).map(({ readAt }) => readAt === null)).toEqual([
        true,
        true,
        ...Array.from({ length: 6 }, () => false),
      ])
    } finally {
      await inbox.services.close()
    }
  })
})
