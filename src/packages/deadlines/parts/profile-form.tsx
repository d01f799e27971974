/** What a taxpayer is and files: its kind, its taxes, and how often for those that leave the choice. */
import { useState } from 'react'
import { View } from '@tarojs/components'
import { OBLIGATION_NAMES } from '../../../../functions/core/pure/obligation-names'
import { say } from '../../../../functions/core/pure/text'
import { KINDS, type TaxpayerKind } from '../../../../functions/core/pure/taxpayer-kinds'
import { PERIOD_NAMES, type Period, type Tax } from '../../../../functions/deadlines/data/taxpayers'
import {
  periodOf,
  periodsOf,
  taxesOf,
  usualProfile,
  type Profile,
} from '../../../../functions/deadlines/rules/profile'
import { api } from '../../../client/api'
import { useAction } from '../../../client/use-action'
import { useLanguage, useText } from '../../../messages'
import { common } from '../../../messages/common'
import { Button, Card, Column, Note, Section, Segmented, Words } from '../../../ui'
import { texts } from '../messages'
import type { Taxpayer } from '../model/rows'
import { Kinds } from './kinds'
import { Tick } from './tick'

const OF: Readonly<Record<Taxpayer['is'], readonly TaxpayerKind[]>> = {
  person: ['person'],
  enterprise: ['selfEmployed', 'smallScale', 'general'],
}

interface Part {
  readonly profile: Profile
  readonly onChange: (profile: Profile) => void
}

const TaxRow = ({ tax, profile, onChange }: Part & { readonly tax: Tax }) => {
  const t = useText(texts)
  const language = useLanguage()
  const name = say(OBLIGATION_NAMES[tax], language)
  const on = profile.taxes.includes(tax)
  const periods = periodsOf(profile.kind, tax)
  const chosen = periodOf(profile, tax)
  const toggle = (wanted: boolean): void =>
    onChange({
      ...profile,
      taxes: wanted ? [...profile.taxes, tax] : profile.taxes.filter((one) => one !== tax),
    })
  return (
    <View className="dl-tax">
      <Tick id={`tax-${tax}`} label={name} on={on} onChange={toggle} />
      {on && periods.length > 1 && chosen !== undefined && (
        <Segmented<Period>
          id={`period-${tax}`}
          label={t('set.period', { tax: name })}
          value={chosen}
          onChange={(period) => onChange({ ...profile, periods: { ...profile.periods, [tax]: period } })}
          choices={periods.map((value) => ({ value, text: say(PERIOD_NAMES[value], language) }))}
        />
      )}
    </View>
  )
}

const KindPart = ({ is, profile, onChange }: Part & Pick<Taxpayer, 'is'>) => {
  const t = useText(texts)
  const language = useLanguage()
  const kinds = OF[is]
  if (kinds.length < 2) return null
  return (
    <>
      <Section>{t('set.kind')}</Section>
      <Kinds
        label={t('set.kind')}
        value={profile.kind}
        onChange={(kind) => onChange(usualProfile(kind))}
        choices={kinds.map((value) => ({ value, text: say(KINDS[value], language) }))}
      />
      <Words as="s">{t('set.kindNote')}</Words>
    </>
  )
}

const Taxes = (part: Part) => {
  const t = useText(texts)
  const { profile } = part
  return (
    <>
      <Section>{t('set.taxes')}</Section>
      <Card flush>
        {taxesOf(profile.kind).map((tax) => (
          <TaxRow key={tax} tax={tax} {...part} />
        ))}
      </Card>
      <Words as="s">{t('set.taxesNote')}</Words>
      {profile.taxes.length === 0 && <Note tone="warn">{t('set.noTaxes')}</Note>}
    </>
  )
}

const profileOf = ({ kind, taxes, periods }: Taxpayer): Profile => ({ kind, taxes, periods })

export const ProfileForm = ({
  taxpayer,
  onSaved,
}: {
  readonly taxpayer: Taxpayer
  readonly onSaved: (taxpayer: Taxpayer) => void
}) => {
  const words = useText(common)
  const [profile, setProfile] = useState(() => profileOf(taxpayer))
  const { run, busy, error } = useAction(({ kind, taxes, periods }: Profile, key: string) =>
    api.deadlines.setProfile(
      {
        kind,
        taxes: [...taxes],
        periods: { ...periods },
        ...(taxpayer.taxpayerId === null ? {} : { taxpayerId: taxpayer.taxpayerId }),
      },
      { key },
    ),
  )
  const save = async (): Promise<void> => {
    const done = await run(profile)
    if (done) onSaved(done.taxpayer)
  }
  const part: Part = { profile, onChange: setProfile }
  return (
    <Column gap={12}>
      <KindPart is={taxpayer.is} {...part} />
      <Taxes {...part} />
      {error && (
        <Note tone="danger" icon="warn">
          {error.message}
        </Note>
      )}
      <Button id="save-profile" block loading={busy} onPress={() => void save()}>
        {words('save')}
      </Button>
    </Column>
  )
}
