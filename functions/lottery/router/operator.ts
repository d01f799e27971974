/** Who runs campaigns and draws. What is heavy is loaded with the first call that needs it. */
import { createHash } from 'node:crypto'
import { auditEntry } from '../../core/io/audit/entry'
import { callerId } from '../../core/io/identity/caller'
import { reader } from '../../core/io/store/reader'
import { AppError } from '../../core/pure/errors'
import { say } from '../../core/pure/text'
import { hallOnDuty } from '../../halls/public'
import { lotteryDraws } from '../collections'
import { os } from './os'

const ofCampaigns = () => import('../work/office-campaigns')
const ofConsole = () => import('../work/office-console')

export const office = os.office.handler(async ({ context }) => {
  const { officeHalls } = await import('../work/office-hall')
  const halls = await officeHalls(context)
  return {
    halls: halls.map(({ hall: { id, name, region }, duties }) => ({
      id,
      name: say(name, context.language),
      region,
      duties: [...duties],
    })),
  }
})

export const officeCampaigns = os.officeCampaigns.handler(async ({ input, context }) =>
  (await ofCampaigns()).campaignsOf(context, input),
)

export const officeCampaign = os.officeCampaign.handler(async ({ input: { id }, context }) => {
  const [{ officeCampaignOf }, { showOfficeCampaign }] = await Promise.all([
    import('../work/office-hall'),
    ofCampaigns(),
  ])
  const known = await officeCampaignOf(context, id)
  return { campaign: showOfficeCampaign(context, known), rules: known.doc.rules }
})

export const saveCampaign = os.saveCampaign.handler(async ({ input, context }) =>
  (await ofCampaigns()).saveDraft(context, input),
)

export const publishCampaign = os.publishCampaign.handler(async ({ input, context }) =>
  (await ofCampaigns()).publishDraft(context, input),
)

export const officeDraws = os.officeDraws.handler(async ({ input, context }) =>
  (await ofConsole()).consoleOf(context, input),
)

export const officeDraw = os.officeDraw.handler(async ({ input: { id }, context }) => ({
  draw: await (await ofConsole()).consoleDrawOf(context, id),
}))

export const goOn = os.goOn.handler(async ({ input: { id }, context }) =>
  (await import('../work/office-go-on')).goOnWith(context, id),
)

/** What anybody may bring is checked by the chain’s key; that it was brought is audited. */
export const bringBeacon = os.bringBeacon.handler(async ({ input: { id, signature }, context }) => {
  const doc = await reader(context.store).get(lotteryDraws, id)
  if (!doc) throw new AppError('NOT_FOUND')
  const { doc: campaign } = await (await import('../work/campaigns')).publishedCampaign(context, doc.campaign)
  await hallOnDuty(context, campaign.hallId, 'draw')
  const [{ drawPeriod, publishPrizes }, { chainOf }] = await Promise.all([
    import('../work/draw'),
    import('../work/settings'),
  ])
  const randomness = createHash('sha256').update(Buffer.from(signature, 'hex')).digest('hex')
  const beacon = { chain: chainOf(context).hash, round: doc.round, signature, randomness }
  const done = await drawPeriod(context, id, { beacon }).catch((error: unknown) => {
    context.log.warn({ err: error, draw: id }, 'a beacon that was brought is refused')
    return false
  })
  if (!done) throw new AppError('CASE_STATE')
  await publishPrizes(context, id)
  return context.transact((tx) => {
    auditEntry(tx, {
      actor: callerId(context),
      action: context.procedure,
      subject: id,
      hallId: campaign.hallId,
      detail: { round: doc.round },
    })
    return Promise.resolve({ state: 'published' })
  })
})
