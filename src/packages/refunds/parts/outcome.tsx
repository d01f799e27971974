/** A case that is over: how it ended, what it came to, and what one can do then. */
import { go, routes } from '../../../client/routes'
import { useText } from '../../../messages'
import { texts as cases } from '../../../messages/cases'
import { Button, Card, Column, Note, Row, Tag, Words } from '../../../ui'
import { Spoken } from '../../../ui/spoken'
import { texts } from '../messages'
import type { CaseFull } from '../model/answers'
import { canClaimAgain, isState } from '../model/progress'
import { toneOf, useStateText, useYuan } from './words'

const useEndText = (it: CaseFull): string => {
  const t = useText(texts)
  const yuan = useYuan()
  if (it.state === 'paid')
    return it.money && it.money.payable > 0
      ? t('end.paid', { amount: yuan(it.money.payable) })
      : t('end.settled')
  return isState(it.state) &&
    (it.state === 'rejected' || it.state === 'notAccepted' || it.state === 'withdrawn')
    ? t(`end.${it.state}`)
    : ''
}

/** Where and by when one may object. */
export const Appeal = ({ it: { appeal } }: { readonly it: CaseFull }) => {
  const t = useText(texts)
  const ofCases = useText(cases)
  if (!appeal) return null
  return (
    <Card id="appeal">
      <Column gap={8}>
        <Words as="h" level={2}>
          {t('appeal.title')}
        </Words>
        <Words>{appeal.rule}</Words>
        <Words as="s">{t('appeal.basis', { basis: appeal.basis })}</Words>
        {appeal.unconfirmed && <Words as="s warn">{ofCases('unconfirmedNote')}</Words>}
      </Column>
    </Card>
  )
}

export const Outcome = ({ it }: { readonly it: CaseFull }) => {
  const t = useText(texts)
  const stateText = useStateText()
  const end = useEndText(it)
  if (it.next !== null) return null
  const again = canClaimAgain(it)
  return (
    <Card id="outcome" next>
      <Column gap={12}>
        <Row gap={8}>
          <Words as="h" level={2}>
            {stateText(it.state)}
          </Words>
          <Tag tone={toneOf(it.state)}>{t('end.over')}</Tag>
        </Row>
        <Words>{end}</Words>
        {again && (
          <>
            <Note>{t('end.again')}</Note>
            <Button
              id="claim-again"
              kind="ghost"
              onPress={() => void go(routes.refundApply({ kind: it.kind, taxpayer: it.taxpayerId }))}
            >
              {t('end.claimAgain')}
            </Button>
          </>
        )}
        <Spoken id="outcome-spoken">{t('end.spoken', { state: stateText(it.state), end })}</Spoken>
      </Column>
    </Card>
  )
}
