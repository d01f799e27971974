/** One invoice and one campaign: every reason at once, the odds, and one tap to enter. */
import { useCallback, useState } from 'react'
import { View } from '@tarojs/components'
import type { InvoiceFacts } from '../../../../functions/core/pure/invoice-facts'
import { api } from '../../../client/api'
import { invalidate } from '../../../client/queries'
import { go, replace, routes } from '../../../client/routes'
import { useAction } from '../../../client/use-action'
import { useAsked } from '../../../client/use-asked'
import { useLanguage, useText } from '../../../messages'
import { common } from '../../../messages/common'
import { momentText } from '../../../messages/dates'
import { Badge, Button, Card, Column, Empty, Note, role, Row, Skeleton, Words, type Tone } from '../../../ui'
import { Findings } from '../../../ui/findings'
import { Spoken } from '../../../ui/spoken'
import { texts } from '../messages'
import type { Look } from '../model/answers'
import { findingsOf, isUnchecked, remediesOf, type Remedy } from '../model/reasons'
import { CheckInvoice } from './check-invoice'
import { EnteredCard, type Entered } from './entered'
import { OddsCards } from './odds'
import { MINE, OPEN } from './queries'

const TONES: Readonly<Record<Look['verdict'], Tone>> = {
  open: 'ok',
  doubtful: 'warn',
  wait: 'warn',
  closed: 'warn',
}

const WAYS: Readonly<Record<Remedy, string>> = { verify: routes.halls(), limits: routes.lottery }

const Verdict = ({ look }: { readonly look: Look }) => {
  const t = useText(texts)
  const language = useLanguage()
  // A person who is not verified yet is told so by a reason of its own.
  const verdict = look.mayEnter || look.verdict === 'wait' ? look.verdict : 'closed'
  const said = t(look.entry === null ? `verdict.${verdict}` : 'verdict.mine')
  const later = look.again === null ? '' : t('verdict.again', { at: momentText(look.again, language) })
  return (
    <Card id="verdict" next={look.mayEnter}>
      <Column gap={8}>
        <Row gap={12} start>
          <Badge
            icon={look.mayEnter ? 'check' : verdict === 'wait' ? 'clock' : 'close'}
            tone={TONES[verdict]}
          />
          <View className="grow" {...role('status')} aria-live="polite">
            <Words as="h" level={2}>
              {said}
            </Words>
          </View>
        </Row>
        <Words>{t(look.entry === null ? `verdict.${verdict}Next` : 'verdict.mineNext')}</Words>
        {later !== '' && <Words as="b num">{later}</Words>}
        {look.entry !== null && (
          <Button id="my-entry" block onPress={() => void go(routes.entry(look.entry ?? ''))}>
            {t('verdict.mineGo')}
          </Button>
        )}
        {!look.mayEnter &&
          remediesOf(look.reasons).map((remedy) => (
            <Button
              key={remedy}
              id={`way-${remedy}`}
              kind="ghost"
              block
              onPress={() => void go(WAYS[remedy])}
            >
              {t(`way.${remedy}`)}
            </Button>
          ))}
        <Spoken id="verdict-spoken">
          {later === '' ? t('verdict.said', { said }) : t('verdict.saidLater', { said, later })}
        </Spoken>
      </Column>
    </Card>
  )
}

const Shown = ({
  look,
  facts,
  campaign,
  onAgain,
  onEntered,
}: {
  readonly look: Look
  readonly facts: InvoiceFacts
  readonly campaign: string
  readonly onAgain: () => void
  readonly onEntered: (entered: Entered) => void
}) => {
  const t = useText(texts)
  const enter = useAction((asked: InvoiceFacts, key) =>
    api.lottery.enter({ campaign, facts: asked }, { key }),
  )
  const yes = async (): Promise<void> => {
    const answer = await enter.run(facts)
    if (!answer) return
    invalidate(MINE)
    invalidate(`${OPEN}campaign:${campaign}`)
    onEntered(answer)
  }
  const refused = enter.error?.code === 'MAY_NOT_ENTER'
  return (
    <>
      <Verdict look={look} />
      {isUnchecked(look.reasons) && look.entry === null && <CheckInvoice facts={facts} onChecked={onAgain} />}
      {look.mayEnter && <OddsCards odds={look.odds} />}
      {enter.error && (
        <Note tone="danger" icon="warn">
          <View id="enter-failed" {...role('alert')}>
            {enter.error.message}
          </View>
          {refused && (
            <Button id="look-again" kind="ghost" onPress={onAgain}>
              {t('enter.lookAgain')}
            </Button>
          )}
        </Note>
      )}
      {look.mayEnter && (
        <>
          <Button id="enter-now" block loading={enter.busy} onPress={() => void yes()}>
            {t('enter.now')}
          </Button>
          <Words as="s">{t('enter.once')}</Words>
        </>
      )}
      <Card>
        <Findings id="reasons" findings={findingsOf(look.reasons)} />
      </Card>
      {!look.mayEnter && <OddsCards odds={look.odds} />}
    </>
  )
}

/** Another language is another question: give it the language as its key. */
export const Entering = ({
  campaign,
  facts,
  onAnother,
}: {
  readonly campaign: string
  readonly facts: InvoiceFacts
  readonly onAnother: () => void
}) => {
  const t = useText(texts)
  const words = useText(common)
  const [entered, setEntered] = useState<Entered>()
  const ask = useCallback(() => api.lottery.look({ campaign, facts }), [campaign, facts])
  const asked = useAsked(ask)
  const { data } = asked
  if (data && entered)
    return <EnteredCard entered={entered} look={data} campaign={campaign} onAnother={onAnother} />
  if (asked.failure === 'gone')
    return (
      <Empty
        icon="invoice"
        title={t('campaign.gone')}
        action={t('campaign.others')}
        onAction={() => void replace(routes.lottery)}
      />
    )
  return (
    <>
      {asked.failure && (
        <Note tone="warn" icon="offline">
          <View id="look-failed" {...role('alert')}>
            {t('enter.failed')}
          </View>
          <Button id="look-retry" kind="ghost" onPress={asked.again}>
            {words('retry')}
          </Button>
        </Note>
      )}
      {data ? (
        <Shown look={data} facts={facts} campaign={campaign} onAgain={asked.again} onEntered={setEntered} />
      ) : (
        !asked.failure && <Skeleton />
      )}
      <Button id="other-invoice" kind="text" block onPress={onAnother}>
        {t('enter.other')}
      </Button>
    </>
  )
}
