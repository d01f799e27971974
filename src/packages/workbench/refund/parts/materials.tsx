/** What was uploaded, by what it was asked for: each can be looked at; what the office has and what is missing is said. */
import { useState } from 'react'
import { View } from '@tarojs/components'
import { dayOf } from '../../../../../functions/core/pure/time'
import { say } from '../../../../../functions/core/pure/text'
import { api } from '../../../../client/api'
import { readFile } from '../../../../client/read-file'
import { useLanguage, useText } from '../../../../messages'
import { datedText } from '../../../../messages/dates'
import { Button, role, Words } from '../../../../ui'
import { FileRow } from '../../../../ui/file-row'
import { MaterialLook, type Looked } from '../../../../ui/material-look'
import { applies, missingNeeds } from '../../../../ui/material-model'
import { texts } from '../../messages'
import { lawOf } from '../../model/kinds'
import type { RefundCase } from '../../model/steps'
import { Block } from './sections'

type Material = RefundCase['materials'][number]

const Row = ({
  of,
  name,
  onLook,
}: {
  readonly of: Material
  readonly name: string
  readonly onLook: () => void
}) => {
  const t = useText(texts)
  const language = useLanguage()
  const label = t('materials.look', { name: of.name })
  return (
    <FileRow
      id={`material-${of.id}`}
      title={name}
      note={`${of.name} · ${t('materials.note', { date: datedText(dayOf(of.at), language) })}`}
      face="paper"
      look={{ label, onPress: onLook }}
    >
      <Button id={`look-${of.id}`} kind="text" icon="eye" label={label} onPress={onLook} />
    </FileRow>
  )
}

export const CaseMaterials = ({ of: one }: { readonly of: RefundCase }) => {
  const t = useText(texts)
  const language = useLanguage()
  const [looked, setLooked] = useState<Looked>()
  const { id, kind, receivedOn, values, materials } = one
  const needs = lawOf(kind, receivedOn).materials
  const named = (list: readonly { readonly name: { readonly zh: string; readonly en: string } }[]): string =>
    list.map(({ name }) => say(name, language)).join(language === 'en' ? '; ' : '、')
  const nameOf = (code: string): string => {
    const need = needs.find((candidate) => candidate.code === code)
    return need ? say(need.name, language) : t('materials.other')
  }
  const onFile = needs.filter((need) => need.onFile && applies(need, values))
  // Of what the office found itself nobody had to bring anything.
  const missing = one.foundBy === 'authority' ? [] : missingNeeds(needs, values, materials)
  const read = (materialId: string, tell: (percent: number) => void): Promise<string> =>
    readFile((place) => api.refunds.caseMaterial({ id, materialId, place }), tell)
  return (
    <Block id="materials" title={t('materials')}>
      {materials.length === 0 && <Words as="s">{t('materials.none')}</Words>}
      {materials.length > 0 && (
        <View className="sb-col g8" {...role('list')} aria-label={t('materials')}>
          {materials.map((material) => (
            <Row
              key={material.id}
              of={material}
              name={nameOf(material.code)}
              onLook={() =>
                setLooked({ name: material.name, pdf: material.type === 'application/pdf', id: material.id })
              }
            />
          ))}
        </View>
      )}
      {missing.length > 0 && (
        <Words id="materials-missing" as="warn">
          {t('materials.missing', { names: named(missing) })}
        </Words>
      )}
      {onFile.length > 0 && <Words as="s">{t('materials.onFile', { names: named(onFile) })}</Words>}
      {looked && <MaterialLook looked={looked} read={read} onClose={() => setLooked(undefined)} />}
    </Block>
  )
}
