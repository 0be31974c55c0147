// Package runtime is a container runtime for the kubelet: each pod is a network namespace with an address on a bridge, each
// container a root folder and a process namespace, in which the programs of this machine run.
//
// It implements the interface that containerd and CRI-O implement, in the kubelet's own process. Nothing outlives that
// process: the namespace in which it runs ends with it.
package runtime

import (
	"context"
	"crypto/rand"
	"encoding/hex"
	"errors"
	"fmt"
	"os"
	"path/filepath"
	"sync"
	"time"

	cri "k8s.io/cri-api/pkg/apis/runtime/v1"
	"k8s.io/cri-streaming/pkg/streaming"
)

// NameServer is the address of the name server that the bed runs.
const NameServer = "10.96.0.10"

var errUnsupported = errors.New("this runtime does not do that")

// Runtime holds the pods and containers of one node.
type Runtime struct {
	folder  string
	network Network
	images  *Images
	streams streaming.Server

	lock       sync.Mutex
	sandboxes  map[string]*sandbox
	containers map[string]*container
}

// New makes a runtime that keeps its files in a folder, and serves streams on the loopback.
func New(folder string, network Network, images *Images) (*Runtime, error) {
	if err := os.MkdirAll(folder, 0o755); err != nil {
		return nil, err
	}
	runtime := &Runtime{
		folder:     folder,
		network:    network,
		images:     images,
		sandboxes:  map[string]*sandbox{},
		containers: map[string]*container{},
	}
	return runtime, runtime.serveStreams()
}

func newID() string {
	bytes := make([]byte, 16)
	_, _ = rand.Read(bytes)
	return hex.EncodeToString(bytes)
}

func now() int64 {
	return time.Now().UnixNano()
}

// Version says what the kubelet asks first.
func (r *Runtime) Version(context.Context, string) (*cri.VersionResponse, error) {
	return &cri.VersionResponse{
		Version:           "0.1.0",
		RuntimeName:       "namespaces",
		RuntimeVersion:    "1.0.0",
		RuntimeApiVersion: "v1",
	}, nil
}

// Status says that the runtime and its network are ready.
func (r *Runtime) Status(context.Context, bool) (*cri.StatusResponse, error) {
	return &cri.StatusResponse{Status: &cri.RuntimeStatus{Conditions: []*cri.RuntimeCondition{
		{Type: cri.RuntimeReady, Status: true},
		{Type: cri.NetworkReady, Status: true},
	}}}, nil
}

// UpdateRuntimeConfig gets the range of pod addresses, which is set already.
func (r *Runtime) UpdateRuntimeConfig(context.Context, *cri.RuntimeConfig) error { return nil }

// RuntimeConfig has nothing to say: there are no cgroups.
func (r *Runtime) RuntimeConfig(context.Context) (*cri.RuntimeConfigResponse, error) {
	return &cri.RuntimeConfigResponse{}, nil
}

// Close has no connection to end.
func (r *Runtime) Close(context.Context) error { return nil }

// UpdateContainerResources is ignored: nothing is limited.
func (r *Runtime) UpdateContainerResources(context.Context, string, *cri.ContainerResources) error {
	return nil
}

// UpdatePodSandboxResources is ignored: nothing is limited.
func (r *Runtime) UpdatePodSandboxResources(
	context.Context, *cri.UpdatePodSandboxResourcesRequest,
) (*cri.UpdatePodSandboxResourcesResponse, error) {
	return &cri.UpdatePodSandboxResourcesResponse{}, nil
}

// CheckpointContainer is not supported.
func (r *Runtime) CheckpointContainer(context.Context, *cri.CheckpointContainerRequest) error {
	return errUnsupported
}

// GetContainerEvents is not supported: the kubelet lists containers every second instead.
func (r *Runtime) GetContainerEvents(
	context.Context, chan *cri.ContainerEventResponse, func(cri.RuntimeService_GetContainerEventsClient),
) error {
	return errUnsupported
}

// ContainerStats measures nothing.
func (r *Runtime) ContainerStats(context.Context, string) (*cri.ContainerStats, error) {
	return nil, errUnsupported
}

// ListContainerStats measures nothing.
func (r *Runtime) ListContainerStats(context.Context, *cri.ContainerStatsFilter) ([]*cri.ContainerStats, error) {
	return nil, nil
}

// PodSandboxStats measures nothing.
func (r *Runtime) PodSandboxStats(context.Context, string) (*cri.PodSandboxStats, error) {
	return nil, errUnsupported
}

// ListPodSandboxStats measures nothing.
func (r *Runtime) ListPodSandboxStats(context.Context, *cri.PodSandboxStatsFilter) ([]*cri.PodSandboxStats, error) {
	return nil, nil
}

// ListMetricDescriptors measures nothing.
func (r *Runtime) ListMetricDescriptors(context.Context) ([]*cri.MetricDescriptor, error) {
	return nil, nil
}

// ListPodSandboxMetrics measures nothing.
func (r *Runtime) ListPodSandboxMetrics(context.Context) ([]*cri.PodSandboxMetrics, error) {
	return nil, nil
}

// matches says whether an object has all labels of a selector.
func matches(selector, labels map[string]string) bool {
	for key, value := range selector {
		if labels[key] != value {
			return false
		}
	}
	return true
}

func (r *Runtime) sandbox(id string) (*sandbox, error) {
	r.lock.Lock()
	defer r.lock.Unlock()
	found, there := r.sandboxes[id]
	if !there {
		return nil, notFound("sandbox", id)
	}
	return found, nil
}

func (r *Runtime) container(id string) (*container, error) {
	r.lock.Lock()
	defer r.lock.Unlock()
	found, there := r.containers[id]
	if !there {
		return nil, notFound("container", id)
	}
	return found, nil
}

func (r *Runtime) place(id string) string {
	return filepath.Join(r.folder, id[:12])
}

func short(id string) string {
	return fmt.Sprintf("v%s", id[:10])
}
