/**
 * Materials of an application: what is asked for and why, what may be sent told beforehand, files added, looked at, taken away,
 * and what is on file used again. Calls no procedure: what it needs comes with `of` and `read`. For sub-packages alone.
 */
import { useState } from 'react'
import { View } from '@tarojs/components'
import type { Form, Values } from '../../functions/core/pure/forms'
import { say } from '../../functions/core/pure/text'
import type { Material, Materials as MaterialsOf } from '../client/use-materials'
import { useLanguage, useText } from '../messages'
import { texts } from '../messages/materials'
import { Words } from './basics'
import { useTypesText, type Removing } from './material-files'
import { MaterialLook, type Looked, type ReadMaterial } from './material-look'
import { applies, missingNeeds, type Need } from './material-model'
import { NeedCard, useWhenText } from './material-need'
import { named, role } from './press'
import { ConfirmSheet } from './sheet'

export { missingNeeds, type Need } from './material-model'
export type { ReadMaterial } from './material-look'

const MEGABYTE = 1_000_000

/** What may be sent, before anything is chosen. */
const Limits = ({ of }: { readonly of: MaterialsOf }) => {
  const t = useText(texts)
  const typesText = useTypesText()
  const { limits, most } = of
  return (
    <View className="sb-col">
      <Words as="s">
        {t('limits', { types: typesText(limits.types), mb: Math.floor(limits.most / MEGABYTE), n: most })}
      </Words>
      <Words as="s">{t('clear')}</Words>
    </View>
  )
}

/** Needs of another answer: told, so that nobody wonders. */
const NotNeeded = ({ needs, form }: { readonly needs: readonly Need[]; readonly form: Form | undefined }) => {
  const t = useText(texts)
  const language = useLanguage()
  const whenText = useWhenText(form)
  if (needs.length === 0) return null
  return (
    <View className="sb-need" {...role('group')} aria-label={t('notNeeded')}>
      <Words as="b" level={3}>
        {t('notNeeded')}
      </Words>
      {needs.map((need) => (
        <View key={need.code} className="sb-col">
          <Words>{say(need.name, language)}</Words>
          <Words as="s">{whenText(need, 'onlyIf')}</Words>
        </View>
      ))}
    </View>
  )
}

/**
 * @example
 * const materials = useMaterials({ limits, most: 9, attached, onChange, upload, keep })
 * <Materials id="materials" needs={law.materials} values={values} form={form} of={materials} onFile={mine} read={read} />
 */
export const Materials = ({
  id,
  needs,
  values,
  form,
  of,
  onFile,
  read,
  tried = false,
}: {
  readonly id: string
  readonly needs: readonly Need[]
  readonly values: Values
  /** Says what a need depends on, in the words of its field. */
  readonly form?: Form
  readonly of: MaterialsOf
  /** Of the taxpayer, from before; offered again under their codes. */
  readonly onFile: readonly Material[]
  /** Fetches a kept file as a data address. */
  readonly read: ReadMaterial
  /** One tried to go on: what is missing is said. */
  readonly tried?: boolean
}) => {
  const t = useText(texts)
  const [looked, setLooked] = useState<Looked>()
  const [removing, setRemoving] = useState<Removing>()
  const asked = needs.filter((need) => applies(need, values))
  const missing = tried ? missingNeeds(needs, values, of.attached) : []
  const remove = (): void => {
    if (removing?.kind === 'attached') of.detach(removing.id)
    else if (removing) of.drop(removing.id)
    setRemoving(undefined)
  }
  return (
    <View {...named(id)} className="sb-col g12">
      <Limits of={of} />
      {missing.length > 0 && (
        <View {...named(`${id}-missing`)} className="sb-note danger" {...role('alert')}>
          {t('missingAll', { n: missing.length })}
        </View>
      )}
      <View className="sb-card flush">
        {asked.map((need) => (
          <NeedCard
            key={need.code}
            id={`${id}-${need.code}`}
            need={need}
            of={of}
            form={form}
            onFile={onFile}
            missing={missing.includes(need)}
            onLook={setLooked}
            onRemove={setRemoving}
          />
        ))}
        <NotNeeded needs={needs.filter((need) => !asked.includes(need))} form={form} />
      </View>
      {looked && <MaterialLook looked={looked} read={read} onClose={() => setLooked(undefined)} />}
      <ConfirmSheet
        id="material-gone"
        open={removing !== undefined}
        title={t('file.detachAsk', { name: removing?.name ?? '' })}
        confirm={t('file.removeYes')}
        onClose={() => setRemoving(undefined)}
        onConfirm={remove}
      >
        <Words>{t(removing?.kind === 'sending' ? 'file.dropWords' : 'file.detachWords')}</Words>
      </ConfirmSheet>
    </View>
  )
}
