/** Who has committed to a secret for a draw, and who has revealed it: to be read; what it is for stands beside. */
import { say } from '../../../../functions/core/pure/text'
import { PARTIES } from '../../../../functions/lottery/data/parties'
import { useLanguage, useText } from '../../../messages'
import { momentText } from '../../../messages/dates'
import { Card, Column, Fact, Note, Tag, Words } from '../../../ui'
import { texts } from '../messages'
import type { PartyDraw } from '../model/answers'
import { usePartyDraws } from './queries'

/** One secret alone would be one person’s choice (rules/draw/fallback.ts). */
const LEAST = 2

type Party = PartyDraw['parties'][number]

const Standing = ({ party, step }: { readonly party: Party; readonly step: PartyDraw['step'] }) => {
  const t = useText(texts)
  if (party.revealed) return <Tag tone="ok">{t('parties.revealed')}</Tag>
  if (step === 'reveal' || step === 'late') return <Tag tone="warn">{t('parties.missing')}</Tag>
  return <Tag tone="quiet">{t('parties.committed')}</Tag>
}

type Step = Exclude<PartyDraw['step'], 'done'>

const Shown = ({ of: { reveal, parties }, step }: { readonly of: PartyDraw; readonly step: Step }) => {
  const t = useText(texts)
  const language = useLanguage()
  const by = reveal === null ? '' : momentText(reveal.by, language)
  return (
    <Card id="parties" next={step === 'reveal'}>
      <Column gap={12}>
        <Words as="h" level={2}>
          {t('parties.title')}
        </Words>
        <Words as="s num">{t(`parties.${step}`, { by })}</Words>
        {parties.map((party) => {
          const capacity = say(PARTIES[party.capacity].words, language)
          return (
            <Fact key={party.capacity} label={party.mine ? t('parties.mine', { capacity }) : capacity}>
              <Words>{party.party}</Words>
              <Standing party={party} step={step} />
            </Fact>
          )
        })}
        {parties.length < LEAST && <Note icon="info">{t('parties.alone')}</Note>}
      </Column>
    </Card>
  )
}

/** Nothing where nobody committed: the round is then simply waited for. What a draw was made with, its public page tells. */
export const PartiesCard = ({ id }: { readonly id: string }) => {
  const found = usePartyDraws(id.split('.')[0])
  const of = found.data?.items.find(({ drawId }) => drawId === id)
  return of && of.step !== 'done' && of.parties.length > 0 ? <Shown of={of} step={of.step} /> : null
}
