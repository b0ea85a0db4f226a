/** A preview beside the form in the admin: it is drawn afresh whenever the document is saved. */
if (window.parent !== window) {
  window.addEventListener('message', (event) => {
    const { type } = (event.data ?? {}) as { type?: unknown }
    if (event.origin === location.origin && type === 'payload-document-event') location.reload()
  })
  window.parent.postMessage({ type: 'payload-live-preview', ready: true }, location.origin)
}
