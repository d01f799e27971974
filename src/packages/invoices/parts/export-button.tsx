/** A spreadsheet, fetched and opened; where the device cannot, that is said. */
import { useState } from 'react'
import { openPaper } from '../../../client/open-paper'
import { readPaper, type PaperPart } from '../../../client/paper'
import { useAction } from '../../../client/use-action'
import { useText } from '../../../messages'
import { Button, Words } from '../../../ui'
import { texts } from '../messages'
import { Failed } from './failed'

export const ExportButton = ({
  id,
  words,
  kind = 'ghost',
  part,
}: {
  readonly id: string
  readonly words: string
  readonly kind?: 'ghost' | 'text'
  readonly part: (place: number) => Promise<PaperPart>
}) => {
  const t = useText(texts)
  const [done, setDone] = useState<'opened' | 'not'>()
  const open = useAction((fetchPart: typeof part) => readPaper(fetchPart).then(openPaper))
  const run = async (): Promise<void> => {
    setDone(undefined)
    setDone(await open.run(part))
  }
  return (
    <>
      <Button id={id} kind={kind} icon="download" block loading={open.busy} onPress={() => void run()}>
        {words}
      </Button>
      <Failed id={`${id}-failed`} error={open.error} />
      {done && (
        <Words id={`${id}-done`} as={done === 'not' ? 's warn' : 's center'} live>
          {t(`export.${done}`)}
        </Words>
      )}
    </>
  )
}
