/** What was done, what was drawn at once and what that means, and what comes next. Calm: no more is told than what happened. */
import { View } from '@tarojs/components'
import { isPeriodic } from '../../../../functions/lottery/rules/campaign'
import type { Output } from '../../../client/api'
import { go, replace, routes } from '../../../client/routes'
import { useLanguage, useText } from '../../../messages'
import { momentText } from '../../../messages/dates'
import { Badge, Button, Card, Column, role, Row, Words } from '../../../ui'
import { RemindMe } from '../../../ui/remind-me'
import { Spoken } from '../../../ui/spoken'
import { texts } from '../messages'
import type { Look } from '../model/answers'
import { useInstantText } from './day/own-day'
import { useCampaign, useRules } from './queries'
import { useYuan } from './words'

export type Entered = Output<'lottery', 'enter'>
type Told = NonNullable<Entered['instant']>

const AtOnce = ({ told }: { readonly told: Told }) => {
  const t = useText(texts)
  const yuan = useYuan()
  const said = useInstantText()(told)
  const won = told.tier !== null
  return (
    <Column gap={8}>
      <View id="at-once" {...role('status')} aria-live="polite">
        <Words as="b">{said}</Words>
        {won && <View className="lt-amount">{yuan(told.fen)}</View>}
      </View>
      {won && <Words>{t('instant.wonNext')}</Words>}
      <Spoken id="at-once-spoken">
        {won ? t('instant.spoken', { said, amount: yuan(told.fen) }) : said}
      </Spoken>
    </Column>
  )
}

/** Draws that it is in still: what won at once is in none that takes only what did not. */
const useLater = (look: Look, campaign: string, told: Told | null) => {
  const rules = useRules(useCampaign(campaign).data?.rules)
  const won = told !== null && told.tier !== null
  const takes = (key: string): boolean =>
    !won ||
    rules?.draws.find((draw) => isPeriodic(draw) && draw.key === key && draw.takes === 'all') !== undefined
  return look.odds.filter(({ kind, draw, drawnAt }) => kind === 'periodic' && drawnAt !== null && takes(draw))
}

/** What comes after an entry that is in a draw still. */
const REMINDERS = ['prize'] as const

export const EnteredCard = ({
  entered,
  look,
  campaign,
  onAnother,
}: {
  readonly entered: Entered
  readonly look: Look
  readonly campaign: string
  readonly onAnother: () => void
}) => {
  const t = useText(texts)
  const language = useLanguage()
  const { instant: told } = entered
  const later = useLater(look, campaign, told)
  const prizeId = told?.prizeId ?? null
  return (
    <Card id="entered" className="lt-won">
      <Column gap={12}>
        <Row gap={12} start>
          <Badge icon="check" tone="gold" />
          <View className="grow" {...role('status')} aria-live="polite">
            <Words as="h" level={2}>
              {t('entered.title')}
            </Words>
          </View>
        </Row>
        <Words as="s num">{t('entry.at', { at: momentText(entered.at, language) })}</Words>
        {told && <AtOnce told={told} />}
        {told && later.length > 0 && <Words>{t('instant.stillIn')}</Words>}
        {later.map(({ draw, name, drawnAt }) => (
          <Words key={draw} as="num">
            {t('entered.drawn', { name, at: momentText(drawnAt ?? 0, language) })}
          </Words>
        ))}
        <Words>{t(told ? 'instant.next' : 'entered.next')}</Words>
        {later.length > 0 && <RemindMe templates={REMINDERS} />}
        {prizeId !== null && (
          <Button id="to-prize" icon="idea" block onPress={() => void go(routes.prize(prizeId))}>
            {t('entry.toPrize')}
          </Button>
        )}
        <Button
          id="to-entry"
          kind={prizeId === null ? 'primary' : 'ghost'}
          block
          onPress={() => void replace(routes.entry(entered.id))}
        >
          {t('entered.go')}
        </Button>
        {/* Whoever has just won, or not, is not asked to play on. */}
        {told === null && (
          <Button id="another" kind="ghost" block onPress={onAnother}>
            {t('entered.another')}
          </Button>
        )}
      </Column>
    </Card>
  )
}
