/** What comes back, line by line, with the days left and every rule; looked at on the device. */
import { View } from '@tarojs/components'
import { useText } from '../../../messages'
import { Badge, Card, Column, Note, role, Words } from '../../../ui'
import { Findings } from '../../../ui/findings'
import { Lines } from '../../../ui/lines'
import { texts } from '../messages'
import type { Result } from '../model/form'
import { DaysCard } from './days-card'
import { useYuan } from './words'

const Verdict = ({ result: { open, amount } }: { readonly result: Result }) => {
  const t = useText(texts)
  const yuan = useYuan()
  return (
    <Card id="verdict" next={open}>
      <Column gap={8}>
        <View className="sb-row start g8" {...role('status')} aria-live="polite">
          <Badge icon={open ? 'check' : 'warn'} tone={open ? 'ok' : 'danger'} />
          <Words as="h" level={2}>
            {t(open ? 'result.yes' : 'result.no')}
          </Words>
        </View>
        {open && amount && (
          <Words id="net" as="xl num">
            {yuan(amount.net)}
          </Words>
        )}
        {!open && <Words>{t('result.noWay')}</Words>}
      </Column>
    </Card>
  )
}

export const ResultView = ({ result }: { readonly result: Result }) => {
  const t = useText(texts)
  const yuan = useYuan()
  const { findings, amount, days } = result
  return (
    <>
      <Verdict result={result} />
      {amount && (
        <Card>
          <Column gap={12}>
            <Words as="h" level={2}>
              {t('result.amount')}
            </Words>
            <Lines id="amount" lines={amount.lines} />
            <Note icon="info">
              {amount.cashAllowed
                ? t('result.cash')
                : t('result.noCash', { amount: yuan(amount.cashCeiling) })}
            </Note>
          </Column>
        </Card>
      )}
      {days && <DaysCard days={days} />}
      <Card>
        <Column gap={12}>
          <Words as="h" level={2}>
            {t('result.rules')}
          </Words>
          <Findings id="rules" findings={findings} />
        </Column>
      </Card>
    </>
  )
}
