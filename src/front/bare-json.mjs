/**
 * Next.js writes every page that it has drawn out as JSON, to learn a length that it needs of reads alone; the bytes of React's
 * data become an array of numbers on the way, which is a fifth of the work of a page. While a page is drawn they are left out.
 * @param {() => boolean} isDrawing
 */
export function leaveBytesOut(isDrawing) {
  const { toJSON } = Buffer.prototype
  Buffer.prototype.toJSON = function () {
    return isDrawing() ? undefined : toJSON.call(this)
  }
}
