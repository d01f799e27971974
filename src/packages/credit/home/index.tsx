/** What counts against a taxpayer of mine: may I book, until when not, what happened, and what I can appeal. */
import { useState } from 'react'
import { go, here, routes } from '../../../client/routes'
import { useMe } from '../../../client/use-me'
import { useText } from '../../../messages'
import { Await, Column, Empty, Screen, SignedOut, Skeleton, Words } from '../../../ui'
import { Chips } from '../../../ui/chips'
import { texts } from '../messages'
import { Appeals } from '../parts/appeals'
import { Cancelled, Missed } from '../parts/happened'
import { useRecord } from '../parts/queries'
import { Month, Standing } from '../parts/standing'

/** Of whom: asked only where there are several. */
const Whose = ({ value, onChange }: { readonly value: string; readonly onChange: (id: string) => void }) => {
  const t = useText(texts)
  const taxpayers = useMe().data?.taxpayers ?? []
  if (taxpayers.length < 2) return null
  return (
    <Column gap={4}>
      <Words as="s">{t('who')}</Words>
      <Chips
        id="whose"
        label={t('who')}
        value={value}
        onChange={onChange}
        choices={taxpayers.map(({ id, name }) => ({ value: id, text: name }))}
      />
    </Column>
  )
}

const Nobody = () => {
  const t = useText(texts)
  return (
    <Empty
      icon="people"
      title={t('noTaxpayer')}
      action={t('addTaxpayer')}
      onAction={() => void go(routes.taxpayer(here()))}
    >
      {t('noTaxpayerWay')}
    </Empty>
  )
}

const Record = () => {
  const usual = useMe().data?.taxpayers.find(({ isDefault }) => isDefault)?.id
  const [chosen, setChosen] = useState<string>()
  const record = useRecord(chosen)
  if (record.signedOut) return <SignedOut />
  if (record.error?.code === 'NO_TAXPAYER') return <Nobody />
  return (
    <>
      <Whose value={chosen ?? record.data?.taxpayer.id ?? usual ?? ''} onChange={setChosen} />
      <Await query={record} skeleton={<Skeleton cards={3} />}>
        {(mine) => (
          <>
            <Standing mine={mine} />
            <Month mine={mine} />
            <Missed mine={mine} />
            <Cancelled mine={mine} />
          </>
        )}
      </Await>
      <Appeals />
    </>
  )
}

export default function CreditPage() {
  const t = useText(texts)
  return (
    <Screen id="credit" title={t('title')}>
      <Words as="s">{t('lead')}</Words>
      <Record />
    </Screen>
  )
}
