/** A thumbnail on its tile; an empty tile when there is no picture. */
export function Thumb({ id, size = 40 }: { id: string | undefined; size?: number }) {
  const src = id && (id.startsWith('/') ? id : `/media/${id}/160.webp`)
  return (
    <span className="m-thumb" style={{ width: size, height: size }}>
      {/* eslint-disable-next-line @next/next/no-img-element -- the image route already makes the right size */}
      {src ? <img src={src} alt="" width={size} height={size} loading="lazy" /> : null}
    </span>
  )
}
