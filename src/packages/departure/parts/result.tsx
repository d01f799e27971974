/** What comes back, line by line, with the days left and every rule; looked at on the device. */
import type { PropsWithChildren } from 'react'
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

const Amount = ({ result: { amount }, mode }: { readonly result: Result; readonly mode: unknown }) => {
  const t = useText(texts)
  const yuan = useYuan()
  if (!amount) return null
  const cash = amount.cashAllowed
    ? t('result.cash')
    : t('result.noCash', { amount: yuan(amount.cashCeiling) })
  return (
    <Card>
      <Column gap={12}>
        <Words as="h" level={2}>
          {t('result.amount')}
        </Words>
        <Lines id="amount" lines={amount.lines} />
        <Note icon="info">{mode === 'instant' ? t('result.instant') : cash}</Note>
      </Column>
    </Card>
  )
}

const Rules = ({ result: { findings } }: { readonly result: Result }) => {
  const t = useText(texts)
  return (
    <Card>
      <Column gap={12}>
        <Words as="h" level={2}>
          {t('result.rules')}
        </Words>
        <Findings id="rules" findings={findings} />
      </Column>
    </Card>
  )
}

/** What stands against it comes before what it would be; what is to be declared, before the rules that are all kept. */
export const ResultView = ({
  result,
  mode,
  children,
}: PropsWithChildren<{ readonly result: Result; readonly mode: unknown }>) => {
  const { days, open } = result
  return (
    <>
      <Verdict result={result} />
      {!open && <Rules result={result} />}
      <Amount result={result} mode={mode} />
      {days && <DaysCard days={days} />}
      {children}
      {open && <Rules result={result} />}
    </>
  )
}
