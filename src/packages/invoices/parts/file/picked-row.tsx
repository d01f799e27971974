/** A picture or PDF that was chosen on this device: how far it is, looked at large. */
import { useState, type PropsWithChildren } from 'react'
import { View } from '@tarojs/components'
import type { Picked } from '../../../../client/upload'
import type { SendState } from '../../../../client/use-uploads'
import { useText } from '../../../../messages'
import { role } from '../../../../ui'
import { FileRow } from '../../../../ui/file-row'
import { MaterialLook } from '../../../../ui/material-look'
import { texts } from '../../messages'

export const isPdf = (type: string): boolean => type === 'application/pdf'

/** It is on this device: nothing is fetched. */
const nothing = (): Promise<string> => Promise.reject(new Error('nothing is kept of it'))

const useNote = (state: SendState | undefined): string => {
  const t = useText(texts)
  switch (state?.at) {
    case undefined:
      return t('with.goes')
    case 'sending':
      return t('with.sending', { p: state.percent })
    case 'checking':
      return t('with.checking')
    case 'done':
      return t('with.done')
    case 'failed':
      return t('with.failed')
    case 'wrong':
      return t(`with.wrong.${state.problem}`)
  }
}

export const PickedRow = ({
  file,
  state,
  children,
}: PropsWithChildren<{ readonly file: Picked; readonly state: SendState | undefined }>) => {
  const t = useText(texts)
  const [looking, setLooking] = useState(false)
  const pdf = isPdf(file.type)
  const name = t(pdf ? 'with.pdf' : 'with.photo')
  const bad = state?.at === 'failed' || state?.at === 'wrong'
  return (
    <View {...role('list')} aria-label={t('with.title')}>
      <FileRow
        id="picked"
        title={file.name ?? name}
        note={useNote(state)}
        bad={bad}
        percent={state?.at === 'sending' ? state.percent : undefined}
        face={pdf ? 'paper' : { photo: file.preview }}
        look={{ label: t('with.look', { name }), onPress: () => setLooking(true) }}
      >
        {children}
      </FileRow>
      {looking && (
        <MaterialLook
          looked={{ name, pdf, address: file.preview }}
          read={nothing}
          onClose={() => setLooking(false)}
        />
      )}
    </View>
  )
}
