/** More than a page of messages is gathered in one go, though time goes on while they are looked for. */
import { noOpSender, sayNothing } from '../../../../functions/core/io/delivery/no-op'
import { deliver } from '../../../../functions/core/io/delivery/work'
import { openOutbox } from './parts'

test('a clock that moves between two pages changes nothing', async () => {
  const { services, choose, plan } = await openOutbox()
  const many = 230
  for (let at = 0; at < many; at += 1) {
    await choose(`ac_${at}`, {})
    await plan({ accountId: `ac_${at}` })
  }
  services.time.now += 1_000
  let ticks = 0
  const worker = { ...services, clock: () => services.time.now + (ticks += 1) }
  const seen: string[] = []
  const sender = noOpSender('email', (id) => seen.push(id))
  const { sent } = await deliver(worker, { sender, say: sayNothing }, { width: 5 })
  expect([sent, new Set(seen).size]).toEqual([many, many])
  await services.close()
})
