/** An invoice that is not verified yet: the way to ask now, and how often one still can today. */
import { View } from '@tarojs/components'
import type { InvoiceFacts } from '../../../../functions/core/pure/invoice-facts'
import { api } from '../../../client/api'
import { isRecord } from '../../../client/storage'
import { useAction } from '../../../client/use-action'
import { useQuery } from '../../../client/use-query'
import { useLanguage, useText } from '../../../messages'
import { momentText } from '../../../messages/dates'
import { Button, Card, Column, Note, role, Words } from '../../../ui'
import { texts } from '../messages'
import { MINE } from './queries'

/** When it can be asked again, where the refusal says so. */
const againOf = (data: unknown): number | undefined =>
  isRecord(data) && typeof data['again'] === 'number' ? data['again'] : undefined

export const CheckInvoice = ({
  facts,
  onChecked,
}: {
  readonly facts: InvoiceFacts
  readonly onChecked: () => void
}) => {
  const t = useText(texts)
  const language = useLanguage()
  const known = useQuery(`${MINE}known:${facts.number}`, () => api.invoices.known(facts))
  const check = useAction((asked: InvoiceFacts, key) => api.invoices.check(asked, { key }))
  const now = async (): Promise<void> => {
    const answer = await check.run(facts)
    if (!answer) return
    known.set(answer)
    onChecked()
  }
  const answer = known.data
  const again = againOf(check.error?.data) ?? answer?.again ?? undefined
  const spent = answer?.left === 0 || check.error?.code === 'CHECKS_SPENT'
  return (
    <Card id="check-invoice" next>
      <Column gap={12}>
        <Words as="h" level={2}>
          {t('check.title')}
        </Words>
        <Words>{t('check.why')}</Words>
        {answer && answer.outcome !== 'unasked' && answer.outcome !== 'match' && (
          <Words id="check-outcome" live>
            {t(`check.${answer.outcome}`)}
          </Words>
        )}
        {answer && <Words as="s num">{t('check.left', { n: answer.left })}</Words>}
        {spent && again !== undefined && (
          <Words as="warn">{t('check.again', { at: momentText(again, language) })}</Words>
        )}
        {check.error && (
          <Note tone="danger" icon="warn">
            <View {...role('alert')}>{check.error.message}</View>
          </Note>
        )}
        <Button
          id="check-now"
          kind="ghost"
          icon="check"
          disabled={spent}
          loading={check.busy}
          onPress={() => void now()}
        >
          {t('check.now')}
        </Button>
      </Column>
    </Card>
  )
}
