/** A way out of this program: a link on the web; in WeChat, which opens no outside pages, the address is copied. */
import { useState, type PropsWithChildren } from 'react'
import Taro from '@tarojs/taro'
import { useText } from '../messages'
import { common } from '../messages/common'
import { Column, Words } from './basics'
import { Button } from './button'
import { classes } from './press'

interface Address {
  readonly id: string
  readonly url: string
  readonly label?: string
}

const CopyAddress = ({ id, url }: Address) => {
  const t = useText(common)
  const [copied, setCopied] = useState(false)
  const copy = async (): Promise<void> => {
    await Taro.setClipboardData({ data: url })
    setCopied(true)
  }
  return (
    <Column gap={8} grow>
      <Button id={id} block onPress={() => void copy()}>
        {t('copyAddress')}
      </Button>
      {copied && (
        <Words as="s" live>
          {t('addressCopied')}
        </Words>
      )}
    </Column>
  )
}

/** Only addresses of the web become links. */
const isWeb = (url: string): boolean => /^https?:\/\//i.test(url)

export const ExternalLink = ({
  id,
  url,
  label,
  ghost = false,
  children,
}: PropsWithChildren<Address & { readonly ghost?: boolean }>) =>
  process.env.TARO_ENV === 'weapp' || !isWeb(url) ? (
    <CopyAddress id={id} url={url} />
  ) : (
    <a
      id={id}
      className={classes('sb-btn', ghost && 'ghost', 'grow', 'sb-link')}
      href={url}
      target="_blank"
      rel="noopener noreferrer"
      aria-label={label}
    >
      {children}
    </a>
  )
