/** Looks at one material: a photo inline, a PDF in the reader of the platform; what is kept is fetched when it is looked at. */
import { useEffect, useState } from 'react'
import { Image, View } from '@tarojs/components'
import { forgetOpened, openPdf } from '../client/open-file'
import { useAsked } from '../client/use-asked'
import { useText } from '../messages'
import { common } from '../messages/common'
import { texts } from '../messages/materials'
import { Note, Words } from './basics'
import { Button } from './button'
import { role } from './press'
import { Sheet } from './sheet'

/** @param tell how far it is, in per cent */
export type ReadMaterial = (id: string, tell: (percent: number) => void) => Promise<string>

/** What is looked at: `address` of a file that is on this device, `id` of one that is kept. */
export interface Looked {
  readonly name: string
  readonly pdf: boolean
  readonly address?: string
  readonly id?: string
}

const Face = ({
  name,
  pdf,
  address,
}: {
  readonly name: string
  readonly pdf: boolean
  readonly address: string
}) => {
  const t = useText(texts)
  const [closed, setClosed] = useState(false)
  if (!pdf)
    return (
      <View {...role('img')} aria-label={name}>
        <Image className="sb-photo-large" src={address} mode="widthFix" />
      </View>
    )
  return (
    <>
      {closed && (
        <Note tone="warn" icon="warn">
          <View {...role('alert')}>{t('look.closed')}</View>
        </Note>
      )}
      <Button
        id="material-open"
        icon="eye"
        onPress={() => void openPdf(address).then((done) => setClosed(!done))}
      >
        {t('look.open')}
      </Button>
    </>
  )
}

const Fetched = ({ id, read, ...face }: { id: string; read: ReadMaterial; name: string; pdf: boolean }) => {
  const t = useText(texts)
  const words = useText(common)
  const [percent, setPercent] = useState(0)
  // Asked once, whatever the page around it does meanwhile.
  const [ask] = useState(() => () => read(id, setPercent))
  const asked = useAsked(ask)
  if (asked.data !== undefined) return <Face {...face} address={asked.data} />
  if (asked.failure === 'gone') return <Note icon="info">{t('look.gone')}</Note>
  if (asked.failure === 'failed')
    return (
      <>
        <Note tone="danger" icon="warn">
          <View {...role('alert')}>{t('look.failed')}</View>
        </Note>
        <Button id="material-again" kind="ghost" onPress={asked.again}>
          {words('retry')}
        </Button>
      </>
    )
  return (
    <View className="sb-col g8">
      <View className="sb-progress" aria-hidden="true">
        <View className="sb-progress-done" style={{ width: `${percent}%` }} />
      </View>
      <Words as="s num">{t('look.loading', { p: percent })}</Words>
    </View>
  )
}

export const MaterialLook = ({
  looked,
  read,
  onClose,
}: {
  readonly looked: Looked
  readonly read: ReadMaterial
  readonly onClose: () => void
}) => {
  const words = useText(common)
  const { name, pdf, address, id } = looked
  useEffect(() => forgetOpened, [])
  return (
    <Sheet id="material-look" open title={name} onClose={onClose}>
      {address !== undefined ? (
        <Face name={name} pdf={pdf} address={address} />
      ) : (
        id !== undefined && <Fetched id={id} read={read} name={name} pdf={pdf} />
      )}
      <Button id="material-close" kind="ghost" onPress={onClose}>
        {words('close')}
      </Button>
    </Sheet>
  )
}
