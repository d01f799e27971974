/** Whom a policy is for, dimension by dimension, with how many that are now. */
import { useState } from 'react'
import { View } from '@tarojs/components'
import { KINDS } from '../../../../../functions/core/pure/taxpayer-kinds'
import {
  DIMENSIONS,
  INTERESTS,
  namedIn,
  SIZES,
  valueText,
  type Dimension,
} from '../../../../../functions/core/pure/tags'
import { taxes } from '../../../../../functions/core/pure/taxes'
import { say, type Text } from '../../../../../functions/core/pure/text'
import { MOST } from '../../../../../functions/policies/data/limits'
import { useLanguage, useText } from '../../../../messages'
import { texts as ofPolicy } from '../../../../messages/policies'
import { Button, Card, Column, Tag, Words } from '../../../../ui'
import { ChosenChips, CheckChips } from '../../../../ui/chips'
import { industryGroups, regionGroups } from '../../../../ui/trait-groups'
import { TreeChoice } from '../../../../ui/tree-choice'
import { texts } from '../../messages'
import { ReachLine } from '../reach'
import { useEditing } from './editing'

type Few = 'kind' | 'tax' | 'size' | 'interest'
type Many = 'industry' | 'region'

const FEW: Readonly<Record<Few, Readonly<Record<string, Text>>>> = {
  kind: KINDS,
  tax: taxes,
  size: SIZES,
  interest: INTERESTS,
}
const GROUPS = { industry: industryGroups, region: regionGroups } as const
const isMany = (dimension: Dimension): dimension is Many => dimension === 'industry' || dimension === 'region'

/** Shown before the rest is asked for. */
const USUAL_TAXES = 6

interface Of<D extends Dimension> {
  readonly dimension: D
  readonly values: readonly string[]
  readonly onChange: (values: readonly string[]) => void
}

const FewValues = ({ dimension, values, onChange }: Of<Few>) => {
  const t = useText(texts)
  const words = useText(ofPolicy)
  const language = useLanguage()
  const [all, setAll] = useState(dimension !== 'tax')
  const entries = Object.entries(FEW[dimension]).filter(
    ([value], at) => all || at < USUAL_TAXES || values.includes(value),
  )
  return (
    <>
      <CheckChips
        id={`for-${dimension}`}
        label={words(`dimension.${dimension}`)}
        choices={entries.map(([value, name]) => ({ value, text: say(name, language) }))}
        values={values}
        most={MOST.values}
        onChange={onChange}
      />
      {!all && (
        <Button id="for-tax-all" kind="text" onPress={() => setAll(true)}>
          {t('edit.taxesAll')}
        </Button>
      )}
    </>
  )
}

const ManyValues = ({ dimension, values, onChange }: Of<Many>) => {
  const t = useText(texts)
  const words = useText(ofPolicy)
  const language = useLanguage()
  const [choosing, setChoosing] = useState(false)
  const choose = (code: string, on: boolean): void => {
    if (!on) onChange(values.filter((one) => one !== code))
    else if (values.length < MOST.values) onChange([...values, code])
  }
  return (
    <>
      {values.length > 0 && (
        <ChosenChips
          id={`for-${dimension}`}
          label={words(`dimension.${dimension}`)}
          items={values.map((value) => ({ value, text: say(valueText(dimension, value), language) }))}
          removeText={(name) => t('edit.removeValue', { name })}
          onRemove={(code) => choose(code, false)}
        />
      )}
      {values.length >= MOST.values ? (
        <Words as="s">{t('edit.mostValues', { n: MOST.values })}</Words>
      ) : (
        <Button id={`choose-${dimension}`} kind="ghost" icon="plus" onPress={() => setChoosing(true)}>
          {t(`edit.choose.${dimension}`)}
        </Button>
      )}
      {choosing && (
        <TreeChoice
          id={`pick-${dimension}`}
          of={dimension}
          groups={GROUPS[dimension]}
          chosen={values}
          many
          whole
          onChoose={choose}
          onClose={() => setChoosing(false)}
        />
      )}
    </>
  )
}

export const AudiencePart = ({ hallId }: { readonly hallId: string }) => {
  const t = useText(texts)
  const words = useText(ofPolicy)
  const { draft, set } = useEditing()
  const { audience } = draft
  return (
    <Card id="part-audience">
      <Column gap={12}>
        <Words as="h" level={2}>
          {t('edit.part.audience')}
        </Words>
        <Words as="s">{t('edit.audienceLead')}</Words>
        {namedIn(audience).length === 0 && (
          <View className="sb-row start">
            <Tag tone="ok">{t('edit.everybody')}</Tag>
          </View>
        )}
        <ReachLine hallId={hallId} audience={audience} />
        {DIMENSIONS.map((dimension) => {
          const of = {
            values: audience[dimension] ?? [],
            onChange: (values: readonly string[]) =>
              set({ audience: { ...audience, [dimension]: [...values] } }),
          }
          return (
            <View key={dimension} className="po-values">
              <Words as="b">{words(`dimension.${dimension}`)}</Words>
              {isMany(dimension) ? (
                <ManyValues dimension={dimension} {...of} />
              ) : (
                <FewValues dimension={dimension} {...of} />
              )}
            </View>
          )
        })}
      </Column>
    </Card>
  )
}
