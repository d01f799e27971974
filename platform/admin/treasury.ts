/** Files to and from the treasury, for whoever carries them: a batch of what waits to be paid, and the return that says what was. */
import { readFile, writeFile } from 'node:fs/promises'
import path from 'node:path'
import { AdminRefused } from '../../functions/accounts/admin'
import type { Services } from '../../functions/core/io/context'
import { openPayout } from '../../functions/core/io/payout/open'
import { payeeOpener } from '../../functions/core/io/payout/plan'
import { gatherBatch, handOver } from '../../functions/core/io/payout/treasury/batches'
import { takeReturn } from '../../functions/core/io/payout/treasury/returns'
import { workCalls } from '../../functions/core/io/outside/work'
import { fen, yuanDisplay } from '../../functions/core/pure/money'

type Say = (line: string) => void

const officeOf = ({ settings: { payout } }: Services): string => {
  if (payout.channel !== 'treasury')
    throw new AdminRefused('PAYOUT is not treasury: see docs/treasury-files.md')
  return payout.office
}

const BATCH = /^tb_[0-9a-z]{26}$/

/**
 * Writes the batch's file, readable by its writer alone; an older batch's is made again as it was.
 * @param which an older batch's id; absent: a new one of all that waits
 * @throws AdminRefused
 */
export const treasuryFile = async (
  services: Services,
  { folder, which }: { readonly folder: string; readonly which?: string | undefined },
  say: Say,
): Promise<void> => {
  const office = officeOf(services)
  if (which !== undefined && !BATCH.test(which)) throw new AdminRefused(`${which} is no batch`)
  // What was ordered is entered by the channel's own work, which schedules do each minute.
  await workCalls(services, openPayout(services.settings.payout, services))
  const batchId = which ?? (await gatherBatch(services))
  if (batchId === undefined) return say('nothing waits to be paid')
  const openPayee = payeeOpener(services.vault)
  const { bytes, sha256, count, fen: sum } = await handOver({ ...services, openPayee, office }, batchId)
  const file = path.join(folder, `${batchId}.csv`)
  await writeFile(file, bytes, { mode: 0o600 }).catch((cause: unknown) => {
    // Its orders are in no other batch: without its name nobody could have them paid.
    throw new AdminRefused(`${file} cannot be written; give another folder, and ${batchId} for its batch`, {
      cause,
    })
  })
  say(`${file}: ${count} orders, ${yuanDisplay(fen(sum))} yuan, SHA-256 ${sha256}`)
}

/**
 * Takes a return in: all of it or nothing.
 * @throws AdminRefused naming every difference
 */
export const treasuryReturn = async (services: Services, file: string, say: Say): Promise<void> => {
  const office = officeOf(services)
  const bytes = await readFile(file).catch((cause: unknown) => {
    throw new AdminRefused(`${file} cannot be read`, { cause })
  })
  const payout = openPayout(services.settings.payout, services)
  const { differences, paid, rejected } = await takeReturn({ ...services, office }, payout, bytes)
  if (differences.length > 0)
    throw new AdminRefused(
      `nothing was taken in:\n${differences.map((one) => `  - ${JSON.stringify(one)}`).join('\n')}`,
    )
  await workCalls(services, payout)
  say(`${paid} paid, ${rejected} sent back`)
}
