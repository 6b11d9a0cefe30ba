"""Learns the numbers of the tagging and parsing network from what network-data.ts wrote, and writes network.json and network.f32.

usage: network.py FOLDER ROUNDS [--until N] [--start FOLDER] [--share S]
--until: ends after N of the rounds; --start: the folder of an earlier run to go on from, at a share of the rate
"""
import argparse, ctypes, json, math, os, subprocess, sys, time
import numpy as np
import torch
import torch.nn as nn
import torch.nn.functional as F

options = argparse.ArgumentParser()
options.add_argument("folder"); options.add_argument("rounds", type=int)
options.add_argument("--until", type=int); options.add_argument("--start"); options.add_argument("--share", type=float, default=0.45)
chosen = options.parse_args()
folder, rounds, start, share = chosen.folder, chosen.rounds, chosen.start, chosen.share
until = chosen.until or rounds
here = os.path.dirname(os.path.abspath(__file__))
torch.manual_seed(11); np.random.seed(11); torch.set_num_threads(1)
subprocess.check_call(["gcc", "-O3", "-march=native", "-mprefer-vector-width=512", "-ffast-math", "-shared", "-fPIC", "-o", f"{folder}/recurrence.so", f"{here}/recurrence.c", "-lm"])
C = ctypes.CDLL(f"{folder}/recurrence.so")
head = json.load(open(f"{folder}/head.json"))
UNITS, WIDTH, LAYERS, ARC, LABEL, INPUTS = 128, 128, 3, 96, 128, 7
DISTANCES = 18
RATE = 2.5e-3


def ints(name):
    return np.fromfile(f"{folder}/{name}", dtype=np.int32)


def load(name):
    lengths = ints(f"{name}.lengths.i32")
    ends = np.cumsum(lengths)
    gold = ints(f"{name}.gold.i32").reshape(-1, 3)
    styles = [ints(f"{name}.style{s}.i32").reshape(-1, INPUTS) for s in range(4)]
    return [dict(n=int(n), gold=gold[e - n:e], styles=[s[e - n:e] for s in styles]) for n, e in zip(lengths, ends)]


def word_vectors(dims):
    """Vectors of the known words from what stands next to them in plain text: log counts above chance, then the main directions."""
    rows = ints("plain.i32").astype(np.int64)
    V, K = head["known"] + 1, 3000
    order = np.argsort(-np.bincount(rows[rows > 0], minlength=V))[:K]
    place = np.full(V + 1, -1); place[order] = np.arange(K)
    parts = []
    for gap in (-2, -1, 1, 2):
        a, b = (rows[-gap:], rows[:gap]) if gap < 0 else (rows[:-gap], rows[gap:])
        between = (rows[1:-1] >= 0) if abs(gap) == 2 else np.ones(len(a), bool)
        ok = (a > 0) & (b > 0) & between & (place[b] >= 0)
        flat = np.bincount(a[ok] * K + place[b[ok]], minlength=V * K).reshape(V, K).astype(np.float32)
        total, left, right = flat.sum(), flat.sum(1, keepdims=True) + 1e-3, (flat.sum(0, keepdims=True) + 1) ** 0.75
        right = right / right.sum()
        parts.append(np.maximum(0, np.log((flat + 1e-9) / (left * right))))
    matrix = torch.from_numpy(np.concatenate(parts, 1))
    u, s, _ = torch.svd_lowrank(matrix, q=dims + 16, niter=3)
    vectors = (u * s.sqrt())[:, :dims]
    vectors[0] = 0
    norms = vectors.norm(dim=1, keepdim=True)
    return vectors / norms.clamp(min=1e-6) * (norms > 1e-3).float()


class Recurrence(torch.autograd.Function):
    @staticmethod
    def forward(ctx, u, skip, v, lengths, backwards):
        u, skip, v = u.contiguous(), skip.contiguous(), v.contiguous()
        T, B, H = skip.shape
        out, cells = torch.zeros_like(skip), torch.zeros_like(skip)
        p = lambda x: ctypes.c_void_p(x.data_ptr())
        C.forward(T, B, H, p(u), p(skip), p(v), p(lengths), int(backwards), p(out), p(cells))
        ctx.save_for_backward(u, skip, v, lengths, cells); ctx.backwards = backwards
        return out

    @staticmethod
    def backward(ctx, dout):
        u, skip, v, lengths, cells = ctx.saved_tensors
        dout = dout.contiguous()
        T, B, H = skip.shape
        du, dskip, dv = torch.zeros_like(u), torch.zeros_like(skip), torch.zeros_like(v)
        p = lambda x: ctypes.c_void_p(x.data_ptr())
        C.backward(T, B, H, p(u), p(skip), p(v), p(lengths), int(ctx.backwards), p(cells), p(dout), p(du), p(dskip), p(dv))
        return du, dskip, dv, None, None


class Layer(nn.Module):
    """Two recurrences, one each way. The first layer makes its own shortcut; later ones pass their input on."""
    def __init__(self, width, first):
        super().__init__()
        self.first = first
        self.sums = nn.Linear(width, UNITS * (8 if first else 6))
        nn.init.xavier_uniform_(self.sums.weight, gain=1.0); nn.init.zeros_(self.sums.bias)
        self.v = nn.Parameter(torch.zeros(2, 2 * UNITS))

    def forward(self, x, lengths):
        s = self.sums(x)
        f, b = s[..., :3 * UNITS], s[..., 3 * UNITS:6 * UNITS]
        if self.first: sf, sb = s[..., 6 * UNITS:7 * UNITS], s[..., 7 * UNITS:]
        else: sf, sb = x[..., :UNITS], x[..., UNITS:]
        return torch.cat([Recurrence.apply(f, sf, self.v[0], lengths, False), Recurrence.apply(b, sb, self.v[1], lengths, True)], -1)


class Network(nn.Module):
    def __init__(self):
        super().__init__()
        self.table = nn.Embedding(head["rows"], WIDTH, sparse=True)
        nn.init.normal_(self.table.weight, std=0.12)
        with torch.no_grad():
            if not start: self.table.weight[:head["known"] + 1] = word_vectors(WIDTH) * 1.2
        self.layers = nn.ModuleList([Layer(WIDTH, True)] + [Layer(2 * UNITS, False) for _ in range(LAYERS - 1)])
        self.tags = nn.Linear(2 * UNITS, len(head["tags"]))
        self.arc_dep, self.arc_head = nn.Linear(2 * UNITS, ARC), nn.Linear(2 * UNITS, ARC)
        self.arc = nn.Linear(ARC, ARC)
        self.root_arc, self.root_label = nn.Parameter(torch.randn(ARC) * 0.1), nn.Parameter(torch.zeros(LABEL))
        self.near = nn.Parameter(torch.zeros(DISTANCES))
        self.label_dep, self.label_head = nn.Linear(2 * UNITS, LABEL), nn.Linear(2 * UNITS, LABEL)
        self.label_near = nn.Parameter(torch.zeros(DISTANCES, LABEL))
        self.label = nn.Linear(LABEL, len(head["relations"]))

    def encode(self, ids, lengths):
        x = self.table(ids).sum(2)
        x = drop(x, 0.2, self.training)
        middle = None
        for i, layer in enumerate(self.layers):
            x = layer(x, lengths)
            x = drop(x, 0.33, self.training)
            if i == 1: middle = x
        return middle, x


def drop(x, p, on):
    """Drops the same units through a whole sentence."""
    if not on: return x
    mask = (torch.rand(1, x.shape[1], x.shape[2]) > p).float() / (1 - p)
    return x * mask


def buckets(T):
    """How far each word (row) stands from each head (column): 0..8 to the left, 9..17 to the right."""
    i = torch.arange(T)
    d = i[None, :] - i[:, None]
    a = d.abs()
    size = torch.where(a < 5, a, torch.where(a < 8, torch.full_like(a, 5), torch.where(a < 14, torch.full_like(a, 6), torch.where(a < 25, torch.full_like(a, 7), torch.full_like(a, 8)))))
    return torch.where(d < 0, size, size + 9)


def scores(net, ids, lengths, gold_heads=None):
    """Tag scores [T,B,tags]; arc scores [B,T,T+1] (last column: root); label scores at the gold or best heads [B,T,relations]."""
    middle, x = net.encode(ids, lengths)
    T, B = x.shape[:2]
    x = x.transpose(0, 1)
    dep, hd = drop2(F.relu(net.arc_dep(x)), net.training), drop2(F.relu(net.arc_head(x)), net.training)
    near = buckets(T)
    q = net.arc(dep)
    arcs = q @ hd.transpose(1, 2) + net.near[near]
    root = (q * net.root_arc).sum(-1, keepdim=True)
    mask = torch.arange(T)[None, :] >= lengths[:, None]
    arcs = arcs.masked_fill(mask[:, None, :], -1e9).masked_fill(torch.eye(T, dtype=torch.bool), -1e9)
    arcs = torch.cat([arcs, root], 2)
    heads = arcs.argmax(2) if gold_heads is None else gold_heads
    ld, lh = net.label_dep(x), net.label_head(x)
    lh = torch.cat([lh, net.root_label.expand(B, 1, LABEL)], 1)
    near = torch.cat([near, torch.zeros(T, 1, dtype=torch.long)], 1)
    chosen = lh.gather(1, heads[..., None].expand(-1, -1, LABEL))
    side = near[torch.arange(T)[None, :], heads]
    labels = net.label(drop2(F.relu(ld + chosen + net.label_near[side]), net.training))
    return net.tags(middle), arcs, labels, heads


def drop2(x, on):
    return F.dropout(x, 0.3, on)


def batch(items, styles=None):
    T, B = max(s["n"] for s in items), len(items)
    ids = np.zeros((T, B, INPUTS), np.int64); gold = np.full((B, T, 3), -1, np.int64)
    heads = np.full((B, T), T, np.int64)
    for b, s in enumerate(items):
        n = s["n"]
        ids[:n, b] = s["styles"][0 if styles is None else styles[b]]
        gold[b, :n] = s["gold"]
        heads[b, :n] = np.where(s["gold"][:, 1] < 0, T, s["gold"][:, 1])
    return torch.from_numpy(ids), torch.from_numpy(gold), torch.from_numpy(heads), torch.tensor([s["n"] for s in items], dtype=torch.int32)


def batches(items, size, shuffle):
    keys = np.array([s["n"] for s in items]) + (np.random.rand(len(items)) * 4 if shuffle else 0)
    out, now, words = [], [], 0
    for i in np.argsort(keys, kind="stable"):
        now.append(items[i]); words += items[i]["n"]
        if words >= size: out.append(now); now, words = [], 0
    if now: out.append(now)
    if shuffle: np.random.shuffle(out)
    return out


upos = np.array([t.split(" ")[0] for t in head["tags"]])


def measure(net, items, style=0):
    net.eval(); n = u = a = l = 0
    with torch.no_grad():
        for group in batches(items, 1500, False):
            ids, gold, heads, lengths = batch(group, [style] * len(group))
            tags, _, labels, guess = scores(net, ids, lengths)
            ok = (torch.arange(ids.shape[0])[None, :] < lengths[:, None])
            tg = upos[tags.transpose(0, 1).argmax(2).numpy()]; right = np.where(gold[..., 0] >= 0, upos[gold[..., 0]], "")
            u += int(((tg == right) & ok.numpy()).sum())
            arc = (guess == heads) & ok
            a += int(arc.sum()); l += int((arc & (labels.argmax(2) == gold[..., 2])).sum()); n += int(ok.sum())
    net.train()
    return f"upos {100 * u / n:.2f} uas {100 * a / n:.2f} las {100 * l / n:.2f}"


def go_on(net, start):
    """Takes over the numbers of an earlier run; rows of words that are new begin as those of the unknown word."""
    old_head = json.load(open(f"{start}/head.json"))
    flat, at, own = torch.from_numpy(np.fromfile(f"{start}/network.f32", dtype=np.float32)), 0, net.state_dict()
    for part in json.load(open(f"{start}/network.json")):
        size = int(np.prod(part["shape"]))
        value = flat[at:at + size].reshape(part["shape"]); at += size
        if part["name"] == "table.weight":
            place = {h: i + 1 for i, h in enumerate(np.fromfile(f"{start}/hashes.i32", dtype=np.int32).tolist())}
            words = value[[0] + [place.get(h, 0) for h in ints("hashes.i32").tolist()]]
            value = torch.cat([words, value[old_head["known"] + 1:]])
        own[part["name"]].copy_(value)


def main():
    train, dev = load("train"), {name: load(name) for name in head["sets"] if name != "train"}
    known = np.concatenate([s["styles"][0][:, 0] for s in train])
    freq = torch.from_numpy(np.bincount(known, minlength=head["rows"]).astype(np.float32))
    net = Network()
    if start:
        with torch.no_grad(): go_on(net, start)
    mean = {k: v.detach().clone() for k, v in net.state_dict().items()}
    size = 900
    steps = rounds * len(batches(train, size, False))
    dense = [p for name, p in net.named_parameters() if name != "table.weight"]
    optimizers = [torch.optim.Adam(dense, lr=RATE, betas=(0.9, 0.95)), torch.optim.SparseAdam([net.table.weight], lr=RATE, betas=(0.9, 0.95))]
    step, begun = 0, time.time()
    for round in range(until):
        lost = 0.0
        for group in batches(train, size, True):
            step += 1
            rate = RATE * min(1, step / 200) * min(share if start else 1.0, (1.1 * share if start else 1.25) * (1 - step / (steps + 1)) + 0.005)
            for o in optimizers: o.param_groups[0]["lr"] = rate
            draw = np.random.rand(len(group))
            styles = np.where(draw < 0.08, 1, np.where(draw < 0.11, 2, np.where(draw < 0.15, 3, 0)))
            ids, gold, heads, lengths = batch(group, styles)
            word = ids[..., 0]
            unknown = torch.rand(word.shape) < 0.4 / (0.4 + freq[word]) + 0.05
            ids[..., 0] = torch.where(unknown, torch.zeros_like(word), word)
            tags, arcs, labels, _ = scores(net, ids, lengths, heads)
            ok = torch.arange(ids.shape[0])[None, :] < lengths[:, None]
            loss = (F.cross_entropy(tags.transpose(0, 1)[ok], gold[..., 0][ok], ignore_index=-1)
                    + F.cross_entropy(arcs[ok], heads[ok])
                    + F.cross_entropy(labels[ok], gold[..., 2][ok], ignore_index=-1))
            for o in optimizers: o.zero_grad(set_to_none=True)
            loss.backward()
            nn.utils.clip_grad_norm_(dense, 5.0)
            for o in optimizers: o.step()
            lost += loss.item()
            if step % 4 == 0:
                keep = min(0.995, step / (step + 40))
                with torch.no_grad():
                    for k, v in net.state_dict().items(): mean[k].mul_(keep).add_(v, alpha=1 - keep)
        if round % 3 == 2 or round == until - 1:
            own = {k: v.clone() for k, v in net.state_dict().items()}
            net.load_state_dict(mean)
            line = " | ".join(f"{name} {measure(net, items)}" for name, items in dev.items())
            print(f"round {round + 1} loss {lost / max(1, steps / rounds):.3f} {line} | {time.time() - begun:.0f} s", flush=True)
            save(net)
            net.load_state_dict(own)
    net.load_state_dict(mean)
    print("capitals", measure(net, dev["ewt"], 1), "small", measure(net, dev["ewt"], 2), "title", measure(net, dev["ewt"], 3))


def save(net):
    names, parts = [], []
    for name, value in net.state_dict().items():
        names.append({"name": name, "shape": list(value.shape)}); parts.append(value.detach().numpy().astype(np.float32).ravel())
    np.concatenate(parts).tofile(f"{folder}/network.f32.part")
    json.dump(names, open(f"{folder}/network.json", "w"))
    os.replace(f"{folder}/network.f32.part", f"{folder}/network.f32")


main()
