// The two loops that PyTorch is slow at: the recurrence of a layer, and Adam in one pass.
// Activations are bfloat16 (the upper half of a float32), sums are float32.
#include <math.h>
#include <stdint.h>
#include <string.h>

typedef uint16_t bf16;
enum { MAX_WIDTH = 1024 };

static inline float wide(bf16 v) {
    uint32_t u = (uint32_t)v << 16;
    float f;
    memcpy(&f, &u, 4);
    return f;
}

static inline bf16 narrow(float f) {
    uint32_t u;
    memcpy(&u, &f, 4);
    return (bf16)((u + 0x7fff + ((u >> 16) & 1)) >> 16);
}

static inline float sigmoid(float x) { return 1.0f / (1.0f + expf(-x)); }

// forward: for one direction of one text of n words.
//   u    n rows of `stride` values, at each: candidate, forget, reset (h each)
//   x    n rows of `xstride` values: the highway input (h)
//   p    forget weight, reset weight, forget bias, reset bias (h each)
//   c    n rows of h: the states, kept for the backward pass
//   out  n rows of `ostride` values (h)
void forward(const bf16 *u, long stride, const bf16 *x, long xstride, const float *p, float *c, bf16 *out,
             long ostride, long n, long h, long reverse) {
    const float *vf = p, *vr = p + h, *bf = p + 2 * h, *br = p + 3 * h;
    float state[MAX_WIDTH];
    memset(state, 0, sizeof state);
    for (long k = 0; k < n; k++) {
        long t = reverse ? n - 1 - k : k;
        const bf16 *ut = u + t * stride, *xt = x + t * xstride;
        float *ct = c + t * h;
        bf16 *ot = out + t * ostride;
#pragma omp simd
        for (long j = 0; j < h; j++) {
            float before = state[j], cand = wide(ut[j]);
            float f = sigmoid(wide(ut[h + j]) + vf[j] * before + bf[j]);
            float r = sigmoid(wide(ut[2 * h + j]) + vr[j] * before + br[j]);
            float now = cand + f * (before - cand), in = wide(xt[j]);
            state[j] = now;
            ct[j] = now;
            ot[j] = narrow(in + r * (now - in));
        }
    }
}

// backward: the gradients du (as u), dx (as x), and dp (4h sums, added to).
void backward(const bf16 *u, long stride, const bf16 *x, long xstride, const float *p, const float *c,
              const bf16 *dout, long ostride, bf16 *du, bf16 *dx, long dxstride, float *dp, long n, long h,
              long reverse) {
    const float *vf = p, *vr = p + h, *bf = p + 2 * h, *br = p + 3 * h;
    float dstate[MAX_WIDTH], zero[MAX_WIDTH];
    memset(dstate, 0, sizeof dstate);
    memset(zero, 0, sizeof zero);
    float *dvf = dp, *dvr = dp + h, *dbf = dp + 2 * h, *dbr = dp + 3 * h;
    for (long k = n - 1; k >= 0; k--) {
        long t = reverse ? n - 1 - k : k;
        long before = reverse ? t + 1 : t - 1;
        const bf16 *ut = u + t * stride, *xt = x + t * xstride, *got = dout + t * ostride;
        const float *ct = c + t * h, *cb = k > 0 ? c + before * h : zero;
        bf16 *dut = du + t * stride, *dxt = dx + t * dxstride;
#pragma omp simd
        for (long j = 0; j < h; j++) {
            float prev = cb[j], cand = wide(ut[j]), in = wide(xt[j]), d = wide(got[j]);
            float f = sigmoid(wide(ut[h + j]) + vf[j] * prev + bf[j]);
            float r = sigmoid(wide(ut[2 * h + j]) + vr[j] * prev + br[j]);
            float dr = d * (ct[j] - in) * r * (1 - r);
            float dc = dstate[j] + d * r;
            float df = dc * (prev - cand) * f * (1 - f);
            dut[j] = narrow(dc * (1 - f));
            dut[h + j] = narrow(df);
            dut[2 * h + j] = narrow(dr);
            dxt[j] = narrow(d * (1 - r));
            dstate[j] = dc * f + df * vf[j] + dr * vr[j];
            dvf[j] += df * prev;
            dvr[j] += dr * prev;
            dbf[j] += df;
            dbr[j] += dr;
        }
    }
}

// forward_all and backward_all: every text of a batch, both directions. Rows are words:
// u [batch][n][2][3][h], c [batch][2][n][h], p [2][4][h], dp [batch][2][4][h];
// x [batch][n][xwidth], of which a direction uses its own half when xwidth is 2h, all of it when it is h;
// out [batch][n][2][h]; dx [batch][n][2][h].
void forward_all(const bf16 *u, const bf16 *x, long xwidth, const float *p, float *c, bf16 *out, long batch, long n,
                 long h) {
#pragma omp parallel for schedule(static)
    for (long k = 0; k < 2 * batch; k++) {
        long b = k / 2, d = k % 2, off = xwidth == h ? 0 : d * h;
        forward(u + b * n * 6 * h + d * 3 * h, 6 * h, x + b * n * xwidth + off, xwidth, p + d * 4 * h, c + k * n * h,
                out + b * n * 2 * h + d * h, 2 * h, n, h, d);
    }
}

void backward_all(const bf16 *u, const bf16 *x, long xwidth, const float *p, const float *c, const bf16 *dout, bf16 *du,
                  bf16 *dx, float *dp, long batch, long n, long h) {
#pragma omp parallel for schedule(static)
    for (long k = 0; k < 2 * batch; k++) {
        long b = k / 2, d = k % 2, off = xwidth == h ? 0 : d * h;
        backward(u + b * n * 6 * h + d * 3 * h, 6 * h, x + b * n * xwidth + off, xwidth, p + d * 4 * h, c + k * n * h,
                 dout + b * n * 2 * h + d * h, 2 * h, du + b * n * 6 * h + d * 3 * h, dx + b * n * 2 * h + d * h, 2 * h,
                 dp + k * 4 * h, n, h, d);
    }
}

// adam: one step in one pass; m and v are the moments.
void adam(float *w, const float *g, float *m, float *v, long n, float rate, float beta1, float beta2, float eps,
          float fix1, float fix2, float decay) {
#pragma omp parallel for simd schedule(static)
    for (long k = 0; k < n; k++) {
        m[k] += (1 - beta1) * (g[k] - m[k]);
        v[k] += (1 - beta2) * (g[k] * g[k] - v[k]);
        w[k] -= rate * (m[k] * fix1 / (sqrtf(v[k] * fix2) + eps) + decay * w[k]);
    }
}

// chain_all: the likelihood of labelled texts under a linear chain of L labels, and its gradients.
// scores [batch][n][L], pair [L][L] (from, to), gold [batch][n], length [batch]; loss [batch],
// dscores as scores, dpair [batch][L][L]. Probabilities are scaled to sum to one at every word.
enum { LABELS = 9 };

static void chain(const float *scores, const float *pair, const int64_t *gold, long n, double *loss, float *dscores,
                  float *dpair, float *ahead) {
    float step[LABELS][LABELS], local[LABELS], behind[LABELS], next[LABELS];
    double total = 0;
    for (int a = 0; a < LABELS; a++)
        for (int b = 0; b < LABELS; b++) step[a][b] = expf(pair[a * LABELS + b]);
    for (long t = 0; t < n; t++) {
        const float *s = scores + t * LABELS;
        float *now = ahead + t * LABELS, most = s[0], sum = 0;
        for (int b = 1; b < LABELS; b++) most = s[b] > most ? s[b] : most;
        for (int b = 0; b < LABELS; b++) {
            float in = t == 0 ? 1 : 0;
            if (t > 0)
                for (int a = 0; a < LABELS; a++) in += now[a - LABELS] * step[a][b];
            now[b] = in * expf(s[b] - most);
            sum += now[b];
        }
        for (int b = 0; b < LABELS; b++) now[b] /= sum;
        total += most + logf(sum) - s[gold[t]] - (t > 0 ? pair[gold[t - 1] * LABELS + gold[t]] : 0);
    }
    *loss = total;
    for (int b = 0; b < LABELS; b++) behind[b] = 1;
    for (long t = n - 1; t >= 0; t--) {
        const float *now = ahead + t * LABELS, *s = scores + t * LABELS;
        float *d = dscores + t * LABELS, sum = 0;
        for (int b = 0; b < LABELS; b++) sum += d[b] = now[b] * behind[b];
        for (int b = 0; b < LABELS; b++) d[b] /= sum;
        d[gold[t]] -= 1;
        if (t == 0) break;
        float most = s[0], all = 0, joint[LABELS][LABELS];
        for (int b = 1; b < LABELS; b++) most = s[b] > most ? s[b] : most;
        for (int b = 0; b < LABELS; b++) local[b] = expf(s[b] - most) * behind[b];
        sum = 0;
        for (int a = 0; a < LABELS; a++) {
            next[a] = 0;
            for (int b = 0; b < LABELS; b++) {
                float v = step[a][b] * local[b];
                next[a] += v;
                all += joint[a][b] = now[a - LABELS] * v;
            }
            sum += next[a];
        }
        for (int a = 0; a < LABELS; a++) {
            behind[a] = next[a] / sum;
            for (int b = 0; b < LABELS; b++) dpair[a * LABELS + b] += joint[a][b] / all;
        }
        dpair[gold[t - 1] * LABELS + gold[t]] -= 1;
    }
}

void chain_all(const float *scores, const float *pair, const int64_t *gold, const int64_t *length, double *loss,
               float *dscores, float *dpair, float *ahead, long batch, long n) {
#pragma omp parallel for schedule(static)
    for (long b = 0; b < batch; b++)
        chain(scores + b * n * LABELS, pair, gold + b * n, length[b], loss + b, dscores + b * n * LABELS,
              dpair + b * LABELS * LABELS, ahead + b * n * LABELS);
}
