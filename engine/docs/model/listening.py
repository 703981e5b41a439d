"""Section 1, step 2: who listens is read while an event is accepted.  `off` switches rules of the text off."""
from checker import *

def listening(off=()):
    """A workflow is activated; e1 may come at any time, e2 is sent after the answer to the activation.  Both go to an engine that
    keeps a table of the links by the version it was read for: kept = (version, does somebody listen?)."""
    db = {'active': False, 'version': 0, 'answered': False, 'kept': (-1, False), 'ev:e1': None, 'ev:e2': None, 'crashes': 1}
    def activation():
        def flip(db): db['active'] = True
        yield 'workflow is active', flip
        def up(db): db['version'] += 1
        if 'before' not in off: yield 'links version + 1', up
        def answer(db): db['answered'] = True
        yield '2xx for the activation', answer
        if 'before' in off: yield 'links version + 1', up
    def who(e):
        version = lambda db: db['version']
        workflows = lambda db: db['active']
        if 'version first' in off:
            heard = yield f'{e}: read workflows', workflows
            v = yield f'{e}: read links version', version
        else: v = yield f'{e}: read links version', version
        kept = yield f'{e}: table kept?', lambda db: db['kept']
        if kept[0] >= v: return kept[1]
        if 'version first' not in off: heard = yield f'{e}: read workflows', workflows
        def keep(db):
            if v > db['kept'][0]: db['kept'] = (v, heard)
        yield f'{e}: keep the table', keep
        return heard
    def accept(e, later):
        def run():
            if 'of the batch' in off: heard = yield from who(e)
            def arrives(db):
                if later and not db['answered']: return BLOCK
            yield f'{e} arrives', arrives
            if 'of the batch' not in off: heard = yield from who(e)
            def insert(db): db['ev:' + e] = db['ev:' + e] or ('due' if heard else 'nobody listens')
            yield f'insert {e}', insert
        return run
    def always(db):
        if db['ev:e2'] == 'nobody listens': return 'law 1: e2 was sent after the 2xx of the activation and is not due'
    return Model(db, {'admin': (activation, 'once'), 'e1': (accept('e1', False), 'once'), 'e2': (accept('e2', True), 'once')}, always=always)
