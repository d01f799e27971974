/** One form: its QR code for customs, opened without network too; what to do now, until when, and what comes back. */
import { useState } from 'react'
import Taro, { usePullDownRefresh, useRouter, useShareAppMessage } from '@tarojs/taro'
import { View } from '@tarojs/components'
import { invalidate } from '../../../client/queries'
import { replace, routes } from '../../../client/routes'
import { useLanguage, useText } from '../../../messages'
import { datedText } from '../../../messages/dates'
import { Await, Card, Column, Empty, Fact, Note, role, Screen, Words } from '../../../ui'
import { texts } from '../messages'
import type { FormFull } from '../model/answers'
import { readFormId } from '../model/params'
import { isToShow } from '../model/progress'
import { Airport } from '../parts/airport'
import { DaysCard } from '../parts/days-card'
import { FixAccount } from '../parts/fix-account'
import { FormFace } from '../parts/form-face'
import { FormMoney } from '../parts/money'
import { PromiseCard } from '../parts/promise'
import { FORMS, useFormOf } from '../parts/queries'
import { Way } from '../parts/way'
import { FormWays } from '../parts/ways'
import { useModeText } from '../parts/words'
import '../departure.css'

const Missing = () => {
  const t = useText(texts)
  return (
    <Empty
      icon="refund"
      title={t('form.notFound')}
      action={t('form.all')}
      onAction={() => void replace(routes.departures)}
    >
      {t('form.notFoundWay')}
    </Empty>
  )
}

const Facts = ({ it }: { readonly it: FormFull }) => {
  const t = useText(texts)
  const language = useLanguage()
  const modeText = useModeText()
  return (
    <Card id="facts">
      <Column gap={8}>
        <Fact label={t('desk.bought')}>{datedText(it.purchasedOn, language)}</Fact>
        <Fact label={t('form.mode')}>{modeText(it.mode)}</Fact>
        <Fact label={t('form.port')}>{it.portName}</Fact>
        {it.account && <Fact label={t('form.account')}>{`${it.account.bank} ${it.account.number}`}</Fact>}
        {it.verifiedAt !== null && <Fact label={t('form.verifiedAt')}>{it.verifiedAt}</Fact>}
      </Column>
    </Card>
  )
}

type Done = 'fresh' | 'cancelled' | 'fixed'

const Success = ({ done }: { readonly done: Done }) => {
  const t = useText(texts)
  return (
    <Note tone="ok" icon="check">
      <View id={`done-${done}`} {...role('status')} aria-live="polite">
        <Words as="b">
          {t(done === 'fresh' ? 'form.fresh' : done === 'cancelled' ? 'cancelled' : 'fix.done')}
        </Words>
        {done === 'fresh' && <Words as="s">{t('form.freshNote')}</Words>}
      </View>
    </Note>
  )
}

const Form = ({ it, fresh, onChange }: { it: FormFull; fresh: boolean; onChange: () => void }) => {
  const [fixing, setFixing] = useState(false)
  const [done, setDone] = useState<Done | undefined>(fresh ? 'fresh' : undefined)
  const finish = (what: Done): void => {
    setDone(what)
    setFixing(false)
    invalidate(FORMS)
    onChange()
  }
  if (fixing && it.moves.includes('fixAccount'))
    return <FixAccount id={it.id} onDone={() => finish('fixed')} onLeave={() => setFixing(false)} />
  return (
    <>
      {done && <Success done={done} />}
      <FormFace it={it} />
      <Way it={it}>
        <FormWays it={it} onFix={() => setFixing(true)} onCancelled={() => finish('cancelled')} />
      </Way>
      {it.mode === 'instant' && isToShow(it) && <PromiseCard it={it} />}
      {isToShow(it) && it.days && <DaysCard days={it.days} />}
      {isToShow(it) && <Airport />}
      <FormMoney it={it} />
      <Facts it={it} />
    </>
  )
}

export default function DepartureFormPage() {
  const t = useText(texts)
  const { params } = useRouter()
  const id = readFormId(params)
  const form = useFormOf(id)
  // A share card leads to what a departure refund is, never to whose form this is.
  useShareAppMessage(() => ({ title: t('form.shareTitle'), path: routes.departures }))
  usePullDownRefresh(() => {
    void form.refetch().finally(() => Taro.stopPullDownRefresh())
  })
  return (
    <Screen id="departure-form" title={t('form.title')}>
      {id === undefined || form.error?.code === 'NOT_FOUND' ? (
        <Missing />
      ) : (
        <Await query={form}>
          {(data) => (
            <Form it={data.form} fresh={params['fresh'] === '1'} onChange={() => void form.refetch()} />
          )}
        </Await>
      )}
    </Screen>
  )
}
