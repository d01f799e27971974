/** A process that plans payments and works on them until somebody kills it: bundled and run by crash.test.ts. */
import { randomBytes } from 'node:crypto'
import { join } from 'node:path'
import { outsideCalls } from '../../../../functions/core/io/outside/collections'
import { planCall } from '../../../../functions/core/io/outside/plan'
import { workCalls } from '../../../../functions/core/io/outside/work'
import { openSqliteStore } from '../../../../functions/core/io/store/sqlite'
import { transact } from '../../../../functions/core/io/store/transact'
import { payments } from '../../../harness/outside/adapter'

const [directory = '', now = '0', baseUrl = '', patience = '0'] = process.argv.slice(2)

const run = async (): Promise<void> => {
  const store = await openSqliteStore({ path: join(directory, 'shuibang.db'), collections: [outsideCalls] })
  const service = payments({ baseUrl, patience: Number(patience) })
  const quiet = { info: () => undefined, warn: () => undefined, error: () => undefined }
  let time = Number(now)
  const worker = { store, random: randomBytes, clock: () => time, log: quiet }
  for (;;) {
    const fen = 1 + (randomBytes(1)[0] ?? 0)
    const id = await transact(worker, async (tx) =>
      planCall(tx, service, { operation: 'pay', request: { fen }, about: `or_${fen}` }),
    )
    process.stdout.write(`committed ${id}\n`)
    await workCalls(worker, service)
    time += 10_000
  }
}

void run()
