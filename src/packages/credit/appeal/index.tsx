/** One no-show: appealed with a reason, or how its appeal stands and what comes next. */
import { useState } from 'react'
import { useRouter } from '@tarojs/taro'
import { invalidate } from '../../../client/queries'
import { replace, routes } from '../../../client/routes'
import { useText } from '../../../messages'
import { Await, Empty, Screen, SignedOut } from '../../../ui'
import { texts } from '../messages'
import { readAppointment } from '../model/params'
import { AppealForm } from '../parts/appeal-form'
import { AppealShown } from '../parts/appeal-shown'
import { CREDIT, useVisit } from '../parts/queries'

const Missing = () => {
  const t = useText(texts)
  return (
    <Empty
      icon="search"
      title={t('appeal.missing')}
      action={t('appeal.toRecord')}
      onAction={() => void replace(routes.credit)}
    >
      {t('appeal.missingNote')}
    </Empty>
  )
}

const Opened = ({ id }: { readonly id: string }) => {
  const t = useText(texts)
  const visit = useVisit(id)
  const [sent, setSent] = useState(false)
  const look = (): void => invalidate(CREDIT)
  if (visit.signedOut) return <SignedOut title={t('signIn')} />
  if (visit.error?.code === 'NOT_FOUND') return <Missing />
  return (
    <Await query={visit}>
      {(known) =>
        known.appeal ? (
          <AppealShown appeal={known.appeal} fresh={sent} />
        ) : (
          <AppealForm
            it={known.appointment}
            onLook={look}
            onSent={() => {
              setSent(true)
              look()
            }}
          />
        )
      }
    </Await>
  )
}

export default function AppealPage() {
  const t = useText(texts)
  const id = readAppointment(useRouter().params)
  return (
    <Screen id="appeal" title={t('appeal.title')}>
      {id === undefined ? <Missing /> : <Opened key={id} id={id} />}
    </Screen>
  )
}
