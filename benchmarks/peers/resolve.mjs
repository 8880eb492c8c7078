// dt-sql-parser is written for bundlers: its imports name folders, and files without their ending. Node asks for both.
export async function resolve(specifier, context, next) {
    if (!specifier.startsWith('.')) return next(specifier, context);
    for (const ending of ['', '.js', '/index.js']) {
        try {
            return await next(specifier + ending, context);
        } catch (e) {
            if (e.code !== 'ERR_MODULE_NOT_FOUND' && e.code !== 'ERR_UNSUPPORTED_DIR_IMPORT') throw e;
        }
    }
    return next(specifier, context);
}
