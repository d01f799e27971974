/** Closing a day of instant draws, once it is over: its list, its seed, its wins, and what was not won. Safe to repeat and to interrupt anywhere. */
import type { Services } from '../../core/io/context'
import { pagesOf } from '../../core/io/store/pages'
import { reader } from '../../core/io/store/reader'
import { transact } from '../../core/io/store/transact'
import { lotteryDays, lotteryDraws, lotteryEntries, type DrawDoc } from '../collections'
import { closeDay, readOpening } from '../draw/day'
import { writeText } from '../draw/folder'
import { DrawRefused } from '../draw/refused'
import { entryBlock } from '../rules/draw/entry'
import { FILES } from '../rules/draw/published'
import { publishedCampaign, type KnownCampaign } from './campaigns'
import { endDay, keepAll, seedOf } from './day'
import { publishOpening } from './day-open'
import { inFolder } from './folder'
import { hexOfEntry } from './ids'
import { publishedOf } from './parts'
import { notaryNamed } from './settings'

/** In the order in which they came; of hits that is the order in which they were paid. */
async function* arrivals(services: Services, id: string, doc: DrawDoc): AsyncGenerator<Uint8Array> {
  const spec = {
    index: 'campaign',
    where: { campaign: doc.campaign },
    range: { gte: doc.from, lt: doc.to },
  } as const
  for await (const rows of pagesOf(services.store, lotteryEntries, spec))
    for (const { id: entryId, doc: entry } of rows)
      if (entry.instant?.drawId === id)
        yield entryBlock({ id: hexOfEntry(entryId), ticket: entry.ticket, holder: entry.holder })
}

const hasEntries = async (services: Services, id: string, doc: DrawDoc): Promise<boolean> => {
  const first = await arrivals(services, id, doc).next()
  return first.done !== true
}

/** From this commit on no entry joins the day: whoever read that it was open has to read again. */
const fenceDay = (services: Services, id: string): Promise<void> =>
  transact(services, async (tx) => {
    const doc = await tx.get(lotteryDraws, id)
    if (doc?.state !== 'open') return
    tx.replace(lotteryDraws, id, { ...doc, state: 'freezing', frozenAt: tx.now, changedAt: tx.now })
  })

/** The list is there for everybody before the closing is signed, so that the notary looks at it as anybody does. */
const publishList = async (services: Services, id: string, folder: string): Promise<DrawDoc['files']> => {
  const files = await keepAll(services, id, folder, [FILES.entries, FILES.tiles])
  await transact(services, async (tx) => {
    const doc = await tx.get(lotteryDraws, id)
    if (doc?.state !== 'freezing') return
    tx.replace(lotteryDraws, id, { ...doc, files: { ...doc.files, ...files }, changedAt: tx.now })
  })
  return files
}

/** Who signed the opening: a notary who has taken the place of another since does not close her day. */
const openedBy = async (folder: string): Promise<string> => {
  const opening = await readOpening(folder)
  if (!opening) throw new DrawRefused('otherDay', 'the day was not opened')
  return opening.notary
}

/** Publishes the day's list, seed and wins. @throws Error when they are not what was told to entrants: a defect, kept out by tests */
const publishClosing = async (services: Services, known: KnownCampaign, id: string): Promise<void> => {
  const doc = await reader(services.store).get(lotteryDraws, id)
  if (doc?.state !== 'freezing') return
  if (!(await hasEntries(services, id, doc)))
    return endDay(services, known, id, { state: 'empty', files: doc.files })
  await inFolder(async (folder) => {
    for (const name of [FILES.dayOpening, FILES.dayClosing] as const) {
      const before = await publishedOf(services, id).text(name)
      if (before !== undefined) await writeText(folder, name, before)
    }
    let { files } = doc
    const closing = await closeDay({
      folder,
      now: doc.frozenAt,
      seed: seedOf(services, id, doc),
      notary: notaryNamed(services, await openedBy(folder)),
      entries: () => arrivals(services, id, doc),
      listed: async () => {
        files = { ...files, ...(await publishList(services, id, folder)) }
      },
    })
    const left = await reader(services.store).get(lotteryDays, id)
    if (closing.poolLeft !== left?.pool || closing.wins.length !== left.wins)
      throw new Error(`${id}: what was told of the day is not what its list comes to`)
    await endDay(services, known, id, {
      state: 'published',
      files: { ...files, ...(await keepAll(services, id, folder, [FILES.dayClosing])) },
      count: closing.count,
      prizes: closing.wins.length,
    })
  })
}

/** Takes a day that is over as far as published. */
export const closeInstantDay = async (services: Services, id: string): Promise<void> => {
  const doc = await reader(services.store).get(lotteryDraws, id)
  if (!doc) return
  const known = await publishedCampaign(services, doc.campaign)
  if (doc.state === 'opening') return publishOpening(services, known, id)
  await fenceDay(services, id)
  await publishClosing(services, known, id)
}
