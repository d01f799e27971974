/** Settings: what each taxpayer is and files, when one is reminded, and the calendar to subscribe to. */
import { useState } from 'react'
import { useRouter } from '@tarojs/taro'
import { dayOf, monthOf } from '../../../../functions/core/pure/time'
import { useNow } from '../../../client/use-now'
import { useText } from '../../../messages'
import { Await, Screen, Section, SignedOut, Toast } from '../../../ui'
import { texts } from '../messages'
import { rangeOf } from '../model/grid'
import type { Taxpayer } from '../model/rows'
import { Feed } from '../parts/feed'
import { Kinds } from '../parts/kinds'
import { ProfileForm } from '../parts/profile-form'
import { changed, useMonth } from '../parts/queries'
import { ReminderForm } from '../parts/reminder-form'
import { useName } from '../parts/words'
import '../deadlines.css'

const SELF = 'self'
const keyOf = ({ taxpayerId }: Pick<Taxpayer, 'taxpayerId'>): string => taxpayerId ?? SELF

const Whose = ({
  taxpayers,
  value,
  onChange,
}: {
  readonly taxpayers: readonly Taxpayer[]
  readonly value: string
  readonly onChange: (key: string) => void
}) => {
  const t = useText(texts)
  const nameOf = useName()
  return taxpayers.length < 2 ? null : (
    <>
      <Section>{t('set.whose')}</Section>
      <Kinds
        id="whose"
        label={t('set.whose')}
        value={value}
        onChange={onChange}
        choices={taxpayers.map((one) => ({ value: keyOf(one), text: nameOf(one) }))}
      />
    </>
  )
}

interface SettingsProps {
  readonly taxpayers: readonly Taxpayer[]
  readonly onTaxpayer: (taxpayer: Taxpayer) => void
  readonly say: (words: string) => void
}

const Settings = ({ taxpayers, onTaxpayer, say }: SettingsProps) => {
  const t = useText(texts)
  const asked = useRouter().params['taxpayer']
  const [key, setKey] = useState(asked ?? keyOf(taxpayers[0] ?? { taxpayerId: null }))
  const taxpayer = taxpayers.find((one) => keyOf(one) === key) ?? taxpayers[0]
  if (!taxpayer) return null
  const saved = (next: Taxpayer): void => {
    onTaxpayer(next)
    say(t('set.saved'))
  }
  return (
    <>
      <Whose taxpayers={taxpayers} value={keyOf(taxpayer)} onChange={setKey} />
      <ReminderForm key={`remind-${keyOf(taxpayer)}`} taxpayer={taxpayer} onSaved={onTaxpayer} />
      <ProfileForm key={keyOf(taxpayer)} taxpayer={taxpayer} onSaved={saved} />
    </>
  )
}

export default function SettingsPage() {
  const t = useText(texts)
  const query = useMonth(rangeOf(monthOf(dayOf(useNow()))))
  const [toast, setToast] = useState<string>()
  return (
    <Screen id="deadline-settings" title={t('set.title')}>
      {query.signedOut ? (
        <SignedOut title={t('set.signIn')} />
      ) : (
        <Await query={query}>
          {({ taxpayers, items }) => (
            <>
              <Settings
                taxpayers={taxpayers}
                onTaxpayer={(next) => {
                  query.set({
                    items,
                    taxpayers: taxpayers.map((one) => (keyOf(one) === keyOf(next) ? next : one)),
                  })
                  changed()
                }}
                say={setToast}
              />
              <Feed say={setToast} />
            </>
          )}
        </Await>
      )}
      <Toast text={toast} onDone={() => setToast(undefined)} />
    </Screen>
  )
}
