/** What goes into the wallet with an invoice: the photo that it was read in, its PDF, another that is chosen here, or nothing. */
import { useState } from 'react'
import { View } from '@tarojs/components'
import type { Picked } from '../../../../client/upload'
import { useText } from '../../../../messages'
import { Button, Column, role, Words } from '../../../../ui'
import { FileRow } from '../../../../ui/file-row'
import { texts } from '../../messages'
import type { FromPdf } from '../../model/in-hand'
import { ChooseFile } from './choose-file'
import { PickedRow } from './picked-row'
import { useSendingFile, type SendingFile } from './use-sending'

/** `sent`: it is on the server already. */
type Choice = { readonly sent: string } | { readonly picked: Picked } | undefined

export interface ToKeep {
  readonly choice: Choice
  readonly sending: SendingFile
  readonly choose: (file: Picked) => void
  readonly drop: () => void
  /** @returns what `keep` is given; undefined when it could not be sent, which is told at its row */
  readonly ready: () => Promise<{ readonly fileId?: string } | undefined>
}

/** Nothing is sent before the invoice is kept. */
export const useFileToKeep = (pdf: FromPdf | undefined, photo: Picked | undefined): ToKeep => {
  const [choice, setChoice] = useState<Choice>(
    pdf ? { sent: pdf.fileId } : photo ? { picked: photo } : undefined,
  )
  const sending = useSendingFile()
  const put = (next: Choice): void => {
    sending.clear()
    setChoice(next)
  }
  const ready = async (): Promise<{ readonly fileId?: string } | undefined> => {
    if (choice === undefined) return {}
    if ('sent' in choice) return { fileId: choice.sent }
    const fileId = await sending.send(choice.picked)
    return fileId === undefined ? undefined : { fileId }
  }
  return {
    choice,
    sending,
    choose: (picked) => put({ picked }),
    drop: () => put(undefined),
    ready,
  }
}

export const FileToKeep = ({ of }: { readonly of: ToKeep }) => {
  const t = useText(texts)
  const { choice, sending, choose, drop } = of
  const not = (
    <Button id="with-not" kind="text" label={t('with.notIt')} onPress={drop}>
      {t('with.not')}
    </Button>
  )
  return (
    <Column gap={8}>
      <Words as="b" level={3}>
        {t('with.title')}
      </Words>
      {choice === undefined ? (
        <>
          <Words as="s">{t('with.why')}</Words>
          <ChooseFile onChoose={choose} />
        </>
      ) : 'picked' in choice ? (
        <PickedRow file={choice.picked} state={sending.state}>
          {not}
        </PickedRow>
      ) : (
        <View {...role('list')} aria-label={t('with.title')}>
          <FileRow id="picked" title={t('with.pdf')} note={t('with.goes')} face="paper">
            {not}
          </FileRow>
        </View>
      )}
    </Column>
  )
}
