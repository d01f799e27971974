/** The file that came with an invoice, looked at in the platform's own reader. */
import { useState } from 'react'
import { api } from '../../../../client/api'
import { readFile } from '../../../../client/read-file'
import { useText } from '../../../../messages'
import { Button } from '../../../../ui'
import { MaterialLook } from '../../../../ui/material-look'
import { texts } from '../../messages'

const read = (id: string, tell: (percent: number) => void): Promise<string> =>
  readFile((place) => api.invoices.file({ id, place }), tell)

export const FileLook = ({ id }: { readonly id: string }) => {
  const t = useText(texts)
  const [open, setOpen] = useState(false)
  return (
    <>
      <Button id="file" kind="ghost" icon="eye" block onPress={() => setOpen(true)}>
        {t('file')}
      </Button>
      {open && (
        <MaterialLook
          looked={{ name: t('file.name'), pdf: true, id }}
          read={read}
          onClose={() => setOpen(false)}
        />
      )}
    </>
  )
}
