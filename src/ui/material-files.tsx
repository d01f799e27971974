/** The files of one need: attached, on their way, and on file from before. */
import { View } from '@tarojs/components'
import { say } from '../../functions/core/pure/text'
import { dayOf } from '../../functions/core/pure/time'
import type { Material, Materials, SendingMaterial } from '../client/use-materials'
import { useLanguage, useText } from '../messages'
import { datedText } from '../messages/dates'
import { texts } from '../messages/materials'
import { Words } from './basics'
import { Button } from './button'
import { FileRow } from './file-row'
import type { Looked } from './material-look'
import { sizeOf, storedFor, type Need } from './material-model'
import { role } from './press'

export type Removing =
  | { readonly kind: 'attached'; readonly id: string; readonly name: string }
  | { readonly kind: 'sending'; readonly id: string; readonly name: string }

/** Types in words: 「JPEG、PNG 或 PDF」. */
export const useTypesText = () => {
  const t = useText(texts)
  const names = { 'image/jpeg': t('type.jpeg'), 'image/png': t('type.png'), 'application/pdf': t('type.pdf') }
  return (types: readonly (keyof typeof names)[]): string => {
    const all = types.map((type) => names[type])
    const last = all[all.length - 1] ?? ''
    return all.length < 2 ? last : t('or', { before: all.slice(0, -1).join(t('comma')), last })
  }
}

const useFacts = () => {
  const t = useText(texts)
  const language = useLanguage()
  return (bytes: number, at: number): string => {
    const { unit, n } = sizeOf(bytes)
    return t('facts', { size: t(unit, { n }), date: datedText(dayOf(at), language) })
  }
}

const isPdf = (type: string): boolean => type === 'application/pdf'

interface FilesProps {
  readonly id: string
  readonly of: Materials
  readonly onLook: (looked: Looked) => void
  readonly onRemove: (removing: Removing) => void
}

export const Attached = ({
  id,
  of,
  material,
  onLook,
  onRemove,
}: FilesProps & { readonly material: Material }) => {
  const t = useText(texts)
  const facts = useFacts()
  const { id: materialId, name, type, size, at } = material
  const address = of.faceOf(materialId)
  const photo = isPdf(type) ? undefined : address
  return (
    <FileRow
      id={`${id}-${materialId}`}
      title={name}
      note={facts(size, at)}
      face={photo === undefined ? 'paper' : { photo }}
      look={{
        label: t('file.look', { name }),
        onPress: () => onLook({ name, pdf: isPdf(type), id: materialId, ...(address && { address }) }),
      }}
    >
      <Button
        id={`${id}-${materialId}-remove`}
        kind="text"
        icon="trash"
        label={t('file.remove', { name })}
        onPress={() => onRemove({ kind: 'attached', id: materialId, name })}
      />
    </FileRow>
  )
}

export const OnItsWay = ({
  id,
  one,
  of,
  onLook,
  onRemove,
}: FilesProps & { readonly one: SendingMaterial }) => {
  const t = useText(texts)
  const typesText = useTypesText()
  const { key, state, preview, about } = one
  const { name, type } = about
  const note = (): string => {
    switch (state.at) {
      case 'sending':
        return t('file.sending', { p: state.percent })
      case 'checking':
      case 'done':
        return t('file.checking')
      case 'failed':
        return t('file.failed')
      case 'wrong':
        return t(`file.wrong.${state.problem}`, { types: typesText(of.limits.types) })
    }
  }
  return (
    <FileRow
      id={`${id}-${key}`}
      title={name}
      note={note()}
      bad={state.at === 'failed' || state.at === 'wrong'}
      percent={state.at === 'sending' ? state.percent : undefined}
      face={type.startsWith('image/') ? { photo: preview } : 'paper'}
      look={
        preview === undefined || state.at === 'wrong'
          ? undefined
          : {
              label: t('file.look', { name }),
              onPress: () => onLook({ name, pdf: isPdf(type), address: preview }),
            }
      }
    >
      {state.at === 'failed' && (
        <Button id={`${id}-${key}-retry`} kind="text" onPress={() => of.retry(key)}>
          {t('file.retry')}
        </Button>
      )}
      <Button
        id={`${id}-${key}-remove`}
        kind="text"
        icon="trash"
        label={t('file.remove', { name })}
        onPress={() => onRemove({ kind: 'sending', id: key, name })}
      />
    </FileRow>
  )
}

/** What was uploaded before under the same code. */
export const Stored = ({
  id,
  need,
  of,
  onFile,
  onLook,
}: Omit<FilesProps, 'onRemove'> & { readonly need: Need; readonly onFile: readonly Material[] }) => {
  const t = useText(texts)
  const language = useLanguage()
  const stored = storedFor(need, onFile, of.attached)
  if (stored.length === 0) return null
  const when = ({ at, usedFor }: Material): string => {
    const date = datedText(dayOf(at), language)
    return usedFor === undefined ? t('stored.plain', { date }) : t('stored.used', { date, what: usedFor })
  }
  return (
    <View
      className="sb-need-stored"
      {...role('list')}
      aria-label={t('stored', { name: say(need.name, language) })}
    >
      <Words as="s">{t('stored.lead')}</Words>
      {stored.map((one) => (
        <FileRow
          key={one.id}
          id={`${id}-stored-${one.id}`}
          title={one.name}
          note={when(one)}
          face="paper"
          look={{
            label: t('file.look', { name: one.name }),
            onPress: () => onLook({ name: one.name, pdf: isPdf(one.type), id: one.id }),
          }}
        >
          <Button
            id={`${id}-use-${one.id}`}
            kind="ghost"
            label={t('stored.useIt', { name: one.name })}
            onPress={() => of.use(one)}
          >
            {t('stored.use')}
          </Button>
        </FileRow>
      ))}
    </View>
  )
}
