/** The ways to a picture or PDF on this platform, and what went wrong with them. */
import { useState } from 'react'
import { View } from '@tarojs/components'
import { INVOICE_FILES } from '../../../../../functions/invoices/data/uploads'
import { pickFiles, WAYS, type Way } from '../../../../client/pick'
import type { Picked } from '../../../../client/upload'
import { useText } from '../../../../messages'
import { Button, Note, role } from '../../../../ui'
import { texts } from '../../messages'

/** A browser's own chooser offers everything at once; in WeChat a photo is taken, a PDF comes from a chat. */
const only = WAYS.length === 1

export const ChooseFile = ({ onChoose }: { readonly onChoose: (file: Picked) => void }) => {
  const t = useText(texts)
  const [refused, setRefused] = useState<Way>()
  const choose = async (way: Way): Promise<void> => {
    setRefused(undefined)
    const choice = await pickFiles(way, INVOICE_FILES.types, 1)
    if (choice.kind === 'refused') setRefused(way)
    const [file] = choice.kind === 'files' ? choice.files : []
    if (file) onChoose(file)
  }
  return (
    <>
      <View className={only ? '' : 'sb-pair'}>
        {WAYS.map((way) => (
          <Button
            key={way}
            id={`add-${way}`}
            kind="ghost"
            icon={way === 'photo' || only ? 'plus' : 'download'}
            block={only}
            onPress={() => void choose(way)}
          >
            {t(only ? 'with.addAny' : `with.add.${way}`)}
          </Button>
        ))}
      </View>
      {refused && (
        <Note tone="warn" icon="warn">
          <View id="add-refused" {...role('alert')}>
            {t(`with.refused.${refused}`)}
          </View>
        </Note>
      )}
    </>
  )
}
