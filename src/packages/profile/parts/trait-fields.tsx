/** The fields of one taxpayer: kind, taxes, industry, region, size. A person has neither industry nor size. */
import { useState } from 'react'
import { View } from '@tarojs/components'
import { divisionStem } from '../../../../functions/core/pure/code-scope'
import { KINDS } from '../../../../functions/core/pure/taxpayer-kinds'
import { SIZES, type Kind, type Size } from '../../../../functions/core/pure/tags'
import { taxes } from '../../../../functions/core/pure/taxes'
import { say } from '../../../../functions/core/pure/text'
import { MOST_TAXES } from '../../../../functions/profiles/data/limits'
import { useLanguage, useText } from '../../../messages'
import { Button, Words } from '../../../ui'
import { Chips, CheckChips } from '../../../ui/chips'
import { industryGroups, regionGroups } from '../../../ui/trait-groups'
import '../../../ui/form-fields.css'
import { texts } from '../messages'
import {
  industryName,
  isBusiness,
  kindsOf,
  regionCode,
  regionName,
  taxesShown,
  type Own,
  type Traits,
} from '../model/traits'
import { TreeField } from './tree-field'

interface FieldsProps {
  readonly id: string
  readonly of: Own['kind']
  readonly traits: Traits
  readonly onChange: (traits: Traits) => void
}

const NONE = 'none'
const ALL_SIZES = Object.keys(SIZES) as readonly Size[]

const KindField = ({ id, of, traits, onChange }: FieldsProps) => {
  const t = useText(texts)
  const language = useLanguage()
  const choices = kindsOf(of, traits).map((value) => ({ value, text: say(KINDS[value], language) }))
  return (
    <View className="sb-field">
      <View className="sb-b">{t('card.kind')}</View>
      <Chips<Kind | typeof NONE>
        id={`${id}-kind`}
        label={t('card.kind')}
        choices={[...choices, { value: NONE, text: t('card.no') }]}
        value={traits.kind ?? NONE}
        onChange={(kind) => onChange({ ...traits, kind: kind === NONE ? null : kind })}
      />
    </View>
  )
}

const TaxesField = ({ id, of, traits, onChange }: FieldsProps) => {
  const t = useText(texts)
  const language = useLanguage()
  const [all, setAll] = useState(false)
  return (
    <View className="sb-field">
      <View className="sb-b">{t('card.taxes')}</View>
      <CheckChips
        id={`${id}-tax`}
        label={t('card.taxes')}
        choices={taxesShown(of, traits.taxes, all).map((value) => ({
          value,
          text: say(taxes[value], language),
        }))}
        values={traits.taxes}
        most={MOST_TAXES}
        onChange={(chosen) => onChange({ ...traits, taxes: [...chosen] })}
      />
      {traits.taxes.length >= MOST_TAXES && <Words as="s">{t('card.taxesMost', { n: MOST_TAXES })}</Words>}
      {!all && (
        <Button id={`${id}-taxes-all`} kind="text" onPress={() => setAll(true)}>
          {t('card.taxesAll')}
        </Button>
      )}
    </View>
  )
}

const SizeField = ({ id, traits, onChange }: FieldsProps) => {
  const t = useText(texts)
  const language = useLanguage()
  return (
    <View className="sb-field">
      <View className="sb-b">{t('card.size')}</View>
      <Chips<Size | typeof NONE>
        id={`${id}-size`}
        label={t('card.size')}
        choices={[
          ...ALL_SIZES.map((value) => ({ value, text: say(SIZES[value], language) })),
          { value: NONE, text: t('card.no') },
        ]}
        value={traits.size ?? NONE}
        onChange={(size) => onChange({ ...traits, size: size === NONE ? null : size })}
      />
      <Words as="s">{t('card.sizeNote')}</Words>
    </View>
  )
}

export const TraitFields = (props: FieldsProps) => {
  const language = useLanguage()
  const { id, traits, onChange } = props
  const { industry, region } = traits
  return (
    <View className="sb-col g16">
      <KindField {...props} />
      <TaxesField {...props} />
      {isBusiness(traits) && (
        <TreeField
          id={`${id}-industry`}
          of="industry"
          groups={industryGroups}
          code={industry}
          name={industry === null ? undefined : industryName(industry, language)}
          onChange={(code) => onChange({ ...traits, industry: code })}
        />
      )}
      <TreeField
        id={`${id}-region`}
        of="region"
        groups={regionGroups}
        code={region === null ? null : divisionStem(region)}
        name={region === null ? undefined : regionName(region, language)}
        onChange={(stem) => onChange({ ...traits, region: stem === null ? null : regionCode(stem) })}
      />
      {isBusiness(traits) && <SizeField {...props} />}
    </View>
  )
}
