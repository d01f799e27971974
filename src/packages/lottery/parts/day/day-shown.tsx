/** The page of a day of instant draws: how far it is, what was committed to, what it came to, and its verification on this phone. */
import { FILES } from '../../../../../functions/lottery/rules/draw/published'
import { api } from '../../../../client/api'
import { useQuery } from '../../../../client/use-query'
import { useText } from '../../../../messages'
import { Await, Card, Skeleton, Words } from '../../../../ui'
import { texts } from '../../messages'
import type { DrawRow } from '../../model/answers'
import { fetchDocument, type FetchPiece } from '../../model/published-files'
import { dayTiersWon, toldDay } from '../../model/told-day'
import { OPEN, useCampaign, useRules } from '../queries'
import { StandAlone } from '../stand-alone'
import { VerifyDraw } from '../verify-draw'
import { Winners } from '../winners'
import { ClosingFacts, OpeningFacts } from './day-facts'
import { DayState } from './day-state'

const fetchPiece: FetchPiece = (piece) => api.lottery.file(piece)

/** Its opening is there from the day before; its closing once it is over. */
const useDocuments = (it: DrawRow) =>
  useQuery(it.files.length === 0 ? undefined : `${OPEN}documents:${it.id}:${it.files.length}`, async () => ({
    opening: await fetchDocument(it, FILES.dayOpening, fetchPiece),
    closing: await fetchDocument(it, FILES.dayClosing, fetchPiece),
  }))

const Won = ({ it, told }: { readonly it: DrawRow; readonly told: ReturnType<typeof toldDay> }) => {
  const t = useText(texts)
  const rules = useRules(useCampaign(it.campaign).data?.rules)
  const tiers = dayTiersWon(told)
  if (tiers.length > 0) return <Winners tiers={tiers} draw={it.draw} rules={rules} />
  return (
    <Card id="no-winners">
      <Words>{t('day.noWins')}</Words>
    </Card>
  )
}

export const DayShown = ({ it, onOver }: { readonly it: DrawRow; readonly onOver: () => void }) => {
  const campaign = useCampaign(it.campaign)
  const rules = useRules(campaign.data?.rules)
  const documents = useDocuments(it)
  const state = (told: ReturnType<typeof toldDay>) => (
    <DayState it={it} told={told} campaign={campaign.data} onOver={onOver} />
  )
  if (it.files.length === 0) return state(toldDay(undefined, undefined))
  return (
    <Await query={documents} skeleton={<Skeleton />}>
      {({ opening, closing }) => {
        const told = toldDay(opening, closing)
        return (
          <>
            {state(told)}
            {told.closing && <Won it={it} told={told} />}
            {told.closing && campaign.data && <VerifyDraw it={it} campaign={campaign.data} />}
            <ClosingFacts told={told} />
            <OpeningFacts told={told} draw={it.draw} rules={rules} />
            <StandAlone it={it} />
          </>
        )
      }}
    </Await>
  )
}
