// SPDX-License-Identifier: AGPL-3.0-or-later
import { useEffect, useRef, type ReactNode } from 'react'
import { Box, Flex, Typography } from '@strapi/design-system'

interface MessageProps {
  kind: 'success' | 'danger' | 'neutral'
  title: string
  children?: ReactNode
}

const colours = {
  success: { background: 'success100', borderColor: 'success600' },
  danger: { background: 'danger100', borderColor: 'danger600' },
  neutral: { background: 'neutral0', borderColor: 'neutral500' },
} as const

/** What came of an action. It takes the focus, so that nobody has to look for it, and so that screen readers read it. */
export const Message = ({ kind, title, children }: MessageProps) => {
  const box = useRef<HTMLDivElement>(null)
  useEffect(() => box.current?.focus(), [title])
  return (
    <Box
      ref={box}
      tabIndex={-1}
      role={kind === 'danger' ? 'alert' : 'status'}
      {...colours[kind]}
      borderStyle="solid"
      borderWidth="1px"
      hasRadius
      padding={4}
    >
      <Flex direction="column" alignItems="stretch" gap={2}>
        <Typography fontWeight="bold" textColor="neutral800">
          {title}
        </Typography>
        {children}
      </Flex>
    </Box>
  )
}
